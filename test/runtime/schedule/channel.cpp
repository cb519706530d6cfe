//===-- channel.cpp - Channels in all their schedules ---------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "fearless/channel.h"
#include "schedule/expect.h"

#include <gtest/gtest.h>

#include <chrono>
#include <optional>
#include <utility>

using namespace fearless;
using schedule::bounds;
using schedule::each_is_needed;
using schedule::plain;
using schedule::program;
using schedule::right;

namespace {

/// A sender for each of two threads. What is sent is the number of a cell,
/// which the sender has written and the receiver reads: so the channel must
/// bring what came before along.
struct Talk {
  plain<int> cells[8];
  std::optional<Sender<int>> sender[2];
  std::optional<Receiver<int>> receiver;
  std::optional<SharedReceiver<int>> shared[2];
  int received = 0, refused = 0;
  int last[2] = {-1, -1};
  bool in_order = true;

  explicit Talk(Channel<int> both) : receiver(std::move(both.receiver)) {
    sender[0].emplace(both.sender);
    sender[1].emplace(std::move(both.sender));
  }

  /// Cells of a sender have its number in their lowest bit.
  void read(int number) {
    cells[number].read();
    in_order = in_order && number / 2 > last[number % 2];
    last[number % 2] = number / 2;
    ++received;
  }
};
struct Unbounded : Talk {
  Unbounded() : Talk(channel<int>()) {}
};
struct OnePlace : Talk {
  OnePlace() : Talk(channel<int>(1)) {}
};
/// The next value fills a block, and its sender makes the next one.
struct EndOfBlock : Talk {
  EndOfBlock() : Talk(channel<int>()) {
    for (int i = 0; i < 30; ++i) {
      (void)sender[0]->send(0);
      (void)receiver->recv();
    }
  }
};
struct Shared : Unbounded {
  Shared() {
    shared[0].emplace(std::move(*receiver).share());
    shared[1].emplace(*shared[0]);
    receiver.reset();
  }
};

template <int I, int Count> void send(Talk &talk) {
  for (int i = 0; i < Count; ++i) {
    talk.cells[i * 2 + I].write(1);
    if (!talk.sender[I]->send(i * 2 + I))
      ++talk.refused;
  }
  talk.sender[I].reset();
}
/// Both senders on one thread.
void send_both(Talk &talk) {
  send<0, 1>(talk);
  send<1, 1>(talk);
}
template <int I> void leave(Talk &talk) { talk.sender[I].reset(); }
template <int I> void try_send(Talk &talk) {
  talk.cells[I].write(1);
  if (!talk.sender[I]->try_send(I))
    ++talk.refused;
  talk.sender[I].reset();
}
/// Until the end.
void receive(Talk &talk) {
  for (int number : *talk.receiver)
    talk.read(number);
  talk.receiver.reset();
}
void receive_once(Talk &talk) {
  if (const auto number = talk.receiver->recv())
    talk.read(*number);
  talk.receiver.reset();
}
void receive_in_time(Talk &talk) {
  if (auto found = talk.receiver->recv_timeout(std::chrono::seconds(0)))
    talk.read(*found);
  talk.receiver.reset();
}
template <int I> void take(Talk &talk) {
  for (int number : *talk.shared[I])
    talk.cells[number].read(), ++talk.received;
  talk.shared[I].reset();
}

/// At the end: what has been sent is there, and then the end.
template <int Sent> bool all_is_there(Talk &talk) {
  for (;;) {
    auto found = talk.receiver->try_recv();
    if (!found)
      return found.disconnected() && talk.in_order && talk.received == Sent;
    talk.read(*found);
  }
}
template <int Sent> bool all_arrived(Talk &talk) {
  return talk.in_order && talk.refused == 0 && talk.received == Sent;
}
template <int Sent> bool some_arrived(Talk &talk) {
  return talk.in_order && talk.received + talk.refused <= Sent;
}

TEST(Channel, AllArrivesAndThenTheEnd) {
  bounds limits{.preemptions = 2, .old_loads = 1};
  right(limits,
        program<Unbounded>{{send<0, 1>, send<1, 1>, receive}, all_arrived<2>});
  right(limits,
        program<EndOfBlock>{{send<0, 1>, send<1, 1>, receive}, all_arrived<2>});
  right(limits,
        program<OnePlace>{{send<0, 1>, send<1, 1>, receive}, all_arrived<2>});
}

TEST(Channel, ThreeThreadsThreeTimes) {
  right({.preemptions = 2, .old_loads = 0},
        program<Unbounded>{{send<0, 3>, send<1, 3>, receive}, all_arrived<6>});
  // Who waits for a place gives the others a choice of their own.
  bounds limits{.preemptions = 1, .old_loads = 0};
  right(limits,
        program<OnePlace>{{send<0, 3>, send<1, 3>, receive}, all_arrived<6>});
  right(limits,
        program<EndOfBlock>{{send<0, 3>, send<1, 3>, receive}, all_arrived<6>});
}

TEST(Channel, WhoWaitsLearnsOfTheEnd) {
  bounds limits{.preemptions = 2, .old_loads = 1};
  right(limits, program<Unbounded>{{leave<0>, leave<1>, receive}});
  right(limits, program<OnePlace>{{send<0, 2>, send<1, 1>, receive_once},
                                  some_arrived<3>});
  right(limits, program<OnePlace>{{try_send<0>, try_send<1>, receive_in_time},
                                  some_arrived<2>});
  right({.preemptions = 2, .old_loads = 0},
        program<EndOfBlock>{{send<0, 2>, send<1, 1>, receive_once},
                            some_arrived<3>});
}

TEST(Channel, SharedReceiversTakeEachValueOnce) {
  right({.preemptions = 1, .old_loads = 0},
        program<Shared>{{send<0, 2>, leave<1>, take<0>, take<1>},
                        all_arrived<2>});
}

/// What is argued for: that no load sees a store of its own future, which the
/// explorer's never do.
const std::vector<schedule::argument> argued = {
    {'r', "last_.load(acquire)"},
    {'w', "last_.store(next, release)"},
    {'r', "state.exchange(state, std::memory_order_acq_rel)"},
    {'w', "compare_exchange_strong(state, awaited, release"}};

TEST(Channel, NeedsItsOrderings) {
  each_is_needed<EndOfBlock>({},
                             {{{send<0, 1>, send<1, 1>}, all_is_there<2>},
                              {{send<0, 1>, leave<1>}, all_is_there<1>},
                              {{send_both, receive}, all_arrived<2>},
                              {{send_both, receive_once}}},
                             argued);
}

/// No place is free; what is used in turn by who has the place.
struct Full {
  detail::places places{1};
  plain<int> value;

  Full() { (void)places.take(); }
};
void use_and_give_back(Full &shared) {
  shared.value.write(1);
  shared.places.give_back();
}
void take_and_use(Full &shared) {
  if (shared.places.take())
    use_and_give_back(shared);
}
void close(Full &shared) { shared.places.close(); }

TEST(Channel, NeedsTheOrderingsOfItsPlaces) {
  each_is_needed<Full>({}, {{{use_and_give_back, take_and_use, take_and_use}},
                            {{take_and_use, close}}});
}

} // namespace
