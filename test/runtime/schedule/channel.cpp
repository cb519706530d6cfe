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
using schedule::explorer;
using schedule::forget;
using schedule::plain;
using schedule::program;
using schedule::right;

template <class T> struct fearless::is_send<plain<T>> : std::true_type {};

namespace {

/// A sender for each of two threads. What is sent is the number of a cell,
/// which the sender has written and the receiver reads: so the channel must
/// bring what came before along. The number is plain, so that what the queue
/// holds is a part of the state, and a race on it is found, too.
struct Talk {
  using Number = plain<int>;

  plain<int> cells[8];
  std::optional<Sender<Number>> sender[2];
  std::optional<Receiver<Number>> receiver;
  std::optional<SharedReceiver<Number>> shared[2];
  plain<int> sent[2], refused[2], received[2];
  plain<int> last[2] = {-1, -1};

  explicit Talk(Channel<Number> both) : receiver(std::move(both.receiver)) {
    sender[0].emplace(both.sender);
    sender[1].emplace(std::move(both.sender));
  }

  static void count(plain<int> &one) { one.write(one.read() + 1); }
  int all_received() const { return received[0].read() + received[1].read(); }
  int all_refused() const { return refused[0].read() + refused[1].read(); }

  /// Cells of a sender have its number in their lowest bit.
  void read(const Number &found) {
    const int number = found.read();
    cells[number].read();
    schedule::check(number / 2 > last[number % 2].read());
    last[number % 2].write(number / 2);
    count(received[0]);
  }
};
struct Unbounded : Talk {
  Unbounded() : Talk(channel<Number>()) {}
};
struct OnePlace : Talk {
  OnePlace() : Talk(channel<Number>(1)) {}
};
/// The next value fills a block, and its sender makes the next one.
struct EndOfBlock : Talk {
  EndOfBlock() : Talk(channel<Number>()) {
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

template <int I> void send_one(Talk &talk) {
  const int number = talk.sent[I].read() * 2 + I;
  talk.count(talk.sent[I]);
  talk.cells[number].write(1);
  if (!talk.sender[I]->send(number))
    talk.count(talk.refused[I]);
}
template <int I> void leave(Talk &talk) { talk.sender[I].reset(); }
/// Sends so often, and leaves.
template <int I, int Count> void send(Talk &talk) {
  for (int i = 0; i < Count; ++i) {
    send_one<I>(talk);
    explorer::current()->operation_done();
  }
  leave<I>(talk);
}
/// Both senders on one thread.
void send_both(Talk &talk) {
  send<0, 1>(talk);
  send<1, 1>(talk);
}
template <int I> void try_send(Talk &talk) {
  talk.cells[I].write(1);
  if (!talk.sender[I]->try_send(I))
    talk.count(talk.refused[I]);
  leave<I>(talk);
}
/// Until the end.
void receive(Talk &talk) {
  while (const auto number = talk.receiver->recv()) {
    talk.read(*number);
    forget();
  }
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
  while (const auto number = talk.shared[I]->recv()) {
    talk.cells[number->read()].read();
    talk.count(talk.received[I]);
    forget();
  }
  talk.shared[I].reset();
}

/// At the end: what has been sent is there, and then the end.
template <int Sent> bool all_is_there(Talk &talk) {
  for (;;) {
    auto found = talk.receiver->try_recv();
    if (!found)
      return found.disconnected() && talk.all_received() == Sent;
    talk.read(*found);
  }
}
template <int Sent> bool all_arrived(Talk &talk) {
  return talk.all_refused() == 0 && talk.all_received() == Sent;
}
template <int Sent> bool some_arrived(Talk &talk) {
  return talk.all_received() + talk.all_refused() <= Sent;
}

TEST(Channel, AllArrivesAndThenTheEnd) {
  right({},
        program<Unbounded>{{send<0, 1>, send<1, 1>, receive}, all_arrived<2>});
  right({.old_loads = 1},
        program<OnePlace>{{send<0, 1>, send<1, 1>, receive}, all_arrived<2>});
  right({.old_loads = 0},
        program<EndOfBlock>{{send<0, 1>, send<1, 1>, receive}, all_arrived<2>});
}

/// Two senders send twice and leave; the receiver receives until the end. (What
/// has three sends in it stays within bounds.)
TEST(Channel, ThreeThreadsThreeTimes) {
  right({},
        program<Unbounded>{{send<0, 2>, send<1, 2>, receive}, all_arrived<4>});
  const bounds limits{.preemptions = 2, .old_loads = 0};
  right(limits,
        program<OnePlace>{{send<0, 3>, send<1, 3>, receive}, all_arrived<6>});
  right(limits,
        program<EndOfBlock>{{send<0, 3>, send<1, 3>, receive}, all_arrived<6>});
}

TEST(Channel, WhoWaitsLearnsOfTheEnd) {
  right({}, program<Unbounded>{{leave<0>, leave<1>, receive}});
  right({.preemptions = 4, .old_loads = 0},
        program<OnePlace>{{send<0, 2>, send<1, 1>, receive_once},
                          some_arrived<3>});
  right({.old_loads = 0},
        program<OnePlace>{{try_send<0>, try_send<1>, receive_in_time},
                          some_arrived<2>});
  right({.preemptions = 3, .old_loads = 0},
        program<EndOfBlock>{{send<0, 2>, send<1, 1>, receive_once},
                            some_arrived<3>});
}

TEST(Channel, SharedReceiversTakeEachValueOnce) {
  right({.preemptions = 2, .old_loads = 0},
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
  each_is_needed<EndOfBlock>({.preemptions = 2, .old_loads = 2},
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
