//===-- locks.cpp - The locks in all their schedules ----------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Mutex, RwLock, with_all, Condvar, Event and LazyLock.
//
//===----------------------------------------------------------------------===//

#include "fearless/condvar.h"
#include "fearless/detail/futex_rwlock.h"
#include "fearless/event.h"
#include "fearless/lazy.h"
#include "fearless/with_all.h"
#include "schedule/expect.h"

#include <gtest/gtest.h>

#include <functional>

using namespace fearless;
using schedule::bounds;
using schedule::each_is_needed;
using schedule::plain;
using schedule::program;
using schedule::right;
using schedule::times;

namespace {

const auto some_time = detail::clock::time_point();

struct Counter {
  detail::futex_lock lock;
  plain<int> count;

  void add() { count.write(count.read() + 1); }
};
void add(Counter &shared) {
  shared.lock.lock();
  shared.add();
  shared.lock.unlock();
}
void try_add(Counter &shared) {
  if (!shared.lock.try_lock())
    return;
  shared.add();
  shared.lock.unlock();
}
void add_in_time(Counter &shared) {
  if (!shared.lock.try_lock_until(some_time))
    return;
  shared.add();
  shared.lock.unlock();
}
TEST(Lock, ThreeThreadsOnceInManyPreemptions) {
  program<Counter> what{{add, add, add}};
  what.holds = [](Counter &shared) { return shared.count.read() == 3; };
  right({.preemptions = 4, .old_loads = 1}, what);
}

TEST(Lock, ThreeThreadsThreeTimes) {
  auto thrice = times(3, add);
  program<Counter> what{{thrice, thrice, thrice}};
  what.holds = [](Counter &shared) { return shared.count.read() == 9; };
  right({.preemptions = 2, .old_loads = 1}, what);
  right({.preemptions = 3, .old_loads = 0}, what);
}

TEST(Lock, NeedsItsOrderings) {
  each_is_needed<Counter>({}, {{{add, add}},
                               {{add, add, add}},
                               {{add, try_add}},
                               {{add, add_in_time, add_in_time}}});
}

struct Shelf {
  detail::futex_rwlock lock;
  plain<int> a, b;
  bool torn = false;
};
void write(Shelf &shared) {
  shared.lock.lock();
  shared.a.write(shared.a.read() + 1);
  shared.b.write(shared.b.read() + 1);
  shared.lock.unlock();
}
void look(Shelf &shared) {
  shared.lock.lock_shared();
  shared.torn |= shared.a.read() != shared.b.read();
  shared.lock.unlock_shared();
}
void write_in_time(Shelf &shared) {
  if (!shared.lock.try_lock_until(some_time))
    return;
  shared.a.write(shared.a.read() + 1);
  shared.b.write(shared.b.read() + 1);
  shared.lock.unlock();
}
void look_in_time(Shelf &shared) {
  if (!shared.lock.try_lock_shared_until(some_time))
    return;
  shared.torn |= shared.a.read() != shared.b.read();
  shared.lock.unlock_shared();
}
bool is_whole(Shelf &shared) { return !shared.torn; }

TEST(RwLock, ReadersAndWriters) {
  bounds limits{.preemptions = 3, .old_loads = 1};
  right(limits, program<Shelf>{{write, look, look}, is_whole});
  right(limits, program<Shelf>{{write, write, look}, is_whole});
  right(limits, program<Shelf>{{write, write_in_time, look}, is_whole});
  right(limits, program<Shelf>{{write, look_in_time, write_in_time}, is_whole});
}

TEST(RwLock, ThreeThreadsThreeTimes) {
  bounds limits{.preemptions = 3, .old_loads = 0};
  auto writes = times(3, write), looks = times(3, look);
  right(limits, program<Shelf>{{writes, looks, looks}, is_whole});
  right(limits, program<Shelf>{{writes, writes, looks}, is_whole});
}

TEST(RwLock, ThreeThreadsThreeTimesInTime) {
  bounds limits{.preemptions = 2, .old_loads = 0};
  auto writes = times(3, write), looks = times(3, look);
  auto writes_in_time = times(3, write_in_time),
       looks_in_time = times(3, look_in_time);
  right(limits, program<Shelf>{{writes, looks, writes_in_time}, is_whole});
  right(limits, program<Shelf>{{writes, looks, looks_in_time}, is_whole});
  right(limits,
        program<Shelf>{{writes, writes_in_time, looks_in_time}, is_whole});
  right(limits,
        program<Shelf>{{looks, writes_in_time, looks_in_time}, is_whole});
}

TEST(RwLock, NeedsItsOrderings) {
  each_is_needed<Shelf>({.preemptions = 3, .old_loads = 2},
                        {{{write, look}, is_whole},
                         {{write, write}, is_whole},
                         {{write, write, look}, is_whole}});
}

/// Three who each hold two of three, all the way round.
struct Ring {
  Mutex<plain<int>> a, b, c;
};
void add_to_both(plain<int> &one, plain<int> &other) {
  one.write(one.read() + 1);
  other.write(other.read() + 1);
}
void add_to_ab(Ring &shared) { with_all(add_to_both, shared.a, shared.b); }
void add_to_ba(Ring &shared) { with_all(add_to_both, shared.b, shared.a); }
void add_to_bc(Ring &shared) { with_all(add_to_both, shared.b, shared.c); }
void add_to_ca(Ring &shared) { with_all(add_to_both, shared.c, shared.a); }
/// One by one, in the order of their names.
void add_in_order(Ring &shared) {
  auto a = shared.a.lock();
  auto b = shared.b.lock();
  add_to_both(*a, *b);
}
template <int Sum> bool sums_to(Ring &shared) {
  return shared.a.get_mut().read() + shared.b.get_mut().read() +
             shared.c.get_mut().read() ==
         Sum;
}

TEST(WithAll, WaitsForNobodyWhileItHolds) {
  bounds limits{.preemptions = 3, .old_loads = 1};
  right(limits, program<Ring>{{add_to_ab, add_to_bc, add_to_ca}, sums_to<6>});
  right(limits,
        program<Ring>{{add_to_ab, add_to_ba, add_in_order}, sums_to<6>});
}

TEST(WithAll, ThreeThreadsThreeTimes) {
  right({.preemptions = 2, .old_loads = 0},
        program<Ring>{
            {times(3, add_to_ab), times(3, add_to_bc), times(3, add_to_ca)},
            sums_to<18>});
}

TEST(WithAll, NeedsItsOrderings) {
  each_is_needed<Ring>({}, {{{add_to_ab, add_to_ba, add_in_order}, sums_to<6>},
                            {{add_to_ab, add_to_bc, add_to_ca}, sums_to<6>}});
}

struct Box {
  Mutex<int> items{0};
  Condvar more;
};
void put(Box &shared) {
  ++*shared.items.lock().operator->();
  shared.more.notify_one();
}
void put_two(Box &shared) {
  shared.items.with([](int &items) { items += 2; });
  shared.more.notify_all();
}
void take(Box &shared) {
  auto guard = shared.items.lock();
  shared.more.wait(guard, [](int &items) { return items > 0; });
  --*guard;
}
bool is_empty(Box &shared) { return shared.items.get_mut() == 0; }

TEST(Condvar, NoWakeIsLost) {
  bounds limits{.preemptions = 3, .old_loads = 1};
  right(limits, program<Box>{{put, take}, is_empty});
  right(limits, program<Box>{{put_two, take, take}, is_empty});
  auto puts = times(2, put);
  right({.preemptions = 2, .old_loads = 1},
        program<Box>{{puts, take, take}, is_empty});
}

TEST(Condvar, ThreeThreadsThreeTimes) {
  auto puts = times(3, put_two), takes = times(3, take);
  right({.preemptions = 2, .old_loads = 0},
        program<Box>{{puts, takes, takes}, is_empty});
}

struct Start {
  Event ready;
  plain<int> value;
};
void announce(Start &shared) {
  shared.value.write(1);
  shared.ready.set();
}
void await(Start &shared) {
  shared.ready.wait();
  shared.value.read();
}
void peek(Start &shared) {
  if (shared.ready.is_set())
    shared.value.read();
}

TEST(Event, NeedsItsOrderings) {
  each_is_needed<Start>({.preemptions = 3, .old_loads = 2},
                        {{{announce, await, await}}, {{announce, peek}}});
}

struct Made {
  plain<int> value;
  LazyLock<int, std::function<int()>> lazy{[this] {
    value.write(1);
    return 1;
  }};
};
void use(Made &shared) {
  if (*shared.lazy == 1)
    shared.value.read();
}

TEST(LazyLock, NeedsItsOrderings) {
  each_is_needed<Made>({}, {{{use, use}}, {{use, use, use}}});
}

} // namespace
