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

  void add() {
    schedule::forget();
    count.write(count.read() + 1);
    schedule::forget();
  }
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
template <int Sum> bool has_counted(Counter &shared) {
  return shared.count.read() == Sum;
}

TEST(Lock, ThreeThreads) {
  right({}, program<Counter>{{add, add, add}, has_counted<3>});
  right({}, program<Counter>{{add, try_add, add_in_time}});
  right({}, program<Counter>{{add, add_in_time, add_in_time}});
}

TEST(Lock, ThreeThreadsThreeTimes) {
  const auto adds = times(3, add), in_time = times(3, add_in_time);
  right({}, program<Counter>{{adds, adds, adds}, has_counted<9>, {0, 1, 2}});
  right({.old_loads = 1}, program<Counter>{{adds, adds, in_time}, {}, {0, 1}});
}

TEST(Lock, AlikeThreadsMakeNoDifference) {
  const auto adds = times(2, add);
  right({}, program<Counter>{{adds, adds, adds}, has_counted<6>});
  right({}, program<Counter>{{adds, adds, adds}, has_counted<6>, {0, 1, 2}});
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

  void change() {
    schedule::forget();
    a.write(a.read() + 1);
    b.write(b.read() + 1);
    schedule::forget();
  }
  void check() const {
    schedule::check(a.read() == b.read());
    schedule::forget();
  }
};
void write(Shelf &shared) {
  shared.lock.lock();
  shared.change();
  shared.lock.unlock();
}
void look(Shelf &shared) {
  shared.lock.lock_shared();
  shared.check();
  shared.lock.unlock_shared();
}
void write_in_time(Shelf &shared) {
  if (!shared.lock.try_lock_until(some_time))
    return;
  shared.change();
  shared.lock.unlock();
}
void look_in_time(Shelf &shared) {
  if (!shared.lock.try_lock_shared_until(some_time))
    return;
  shared.check();
  shared.lock.unlock_shared();
}

TEST(RwLock, ReadersAndWriters) {
  right({}, program<Shelf>{{write, look, look}});
  right({}, program<Shelf>{{write, write, look}});
  right({}, program<Shelf>{{write, write_in_time, look}});
  right({}, program<Shelf>{{write, look_in_time, write_in_time}});
}

TEST(RwLock, ThreeThreadsThreeTimes) {
  const bounds limits{.preemptions = 4, .old_loads = 0};
  const auto writes = times(3, write), looks = times(3, look);
  right(limits, program<Shelf>{{writes, looks, looks}, {}, {1, 2}});
  right(limits, program<Shelf>{{writes, writes, looks}, {}, {0, 1}});
}

TEST(RwLock, ThreeThreadsThreeTimesInTime) {
  const bounds limits{.preemptions = 3, .old_loads = 0};
  const auto writes = times(3, write), looks = times(3, look),
             writes_in_time = times(3, write_in_time),
             looks_in_time = times(3, look_in_time);
  right(limits, program<Shelf>{{writes, looks, writes_in_time}});
  right(limits, program<Shelf>{{writes, looks, looks_in_time}});
  right(limits, program<Shelf>{{writes, writes_in_time, looks_in_time}});
  right(limits, program<Shelf>{{looks, writes_in_time, looks_in_time}});
}

TEST(RwLock, NeedsItsOrderings) {
  each_is_needed<Shelf>(
      {}, {{{write, look}}, {{write, write}}, {{write, write, look}}});
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

/// Who waits here remembers for which mutex: so states are not what they are
/// elsewhere (seam.h). Nor is there an end to all schedules without a bound,
/// since two threads may hinder each other again and again.
constexpr bounds in_turn(int preemptions, int old_loads) {
  return {.preemptions = preemptions, .old_loads = old_loads, .merge = false};
}

TEST(WithAll, WaitsForNobodyWhileItHolds) {
  const bounds limits = in_turn(3, 1);
  right(limits, program<Ring>{{add_to_ab, add_to_bc, add_to_ca}, sums_to<6>});
  right(limits,
        program<Ring>{{add_to_ab, add_to_ba, add_in_order}, sums_to<6>});
}

TEST(WithAll, ThreeThreadsThreeTimes) {
  right(in_turn(2, 0), program<Ring>{{times(3, add_to_ab), times(3, add_to_bc),
                                      times(3, add_to_ca)},
                                     sums_to<18>});
}

TEST(WithAll, NeedsItsOrderings) {
  each_is_needed<Ring>(in_turn(2, 2),
                       {{{add_to_ab, add_to_ba, add_in_order}, sums_to<6>},
                        {{add_to_ab, add_to_bc, add_to_ca}, sums_to<6>}});
}

struct Box {
  Mutex<plain<int>> items;
  Condvar more;
};
template <int N> void add_to(plain<int> &items) {
  schedule::forget();
  items.write(items.read() + N);
}
void put(Box &shared) {
  shared.items.with(add_to<1>);
  schedule::forget();
  shared.more.notify_one();
}
void put_two(Box &shared) {
  shared.items.with(add_to<2>);
  schedule::forget();
  shared.more.notify_all();
}
void take(Box &shared) {
  auto guard = shared.items.lock();
  shared.more.wait(guard, [](const plain<int> &items) {
    schedule::forget();
    return items.read() > 0;
  });
  add_to<-1>(*guard);
  schedule::forget();
}
bool is_empty(Box &shared) { return shared.items.get_mut().read() == 0; }

TEST(Condvar, NoWakeIsLost) {
  right({}, program<Box>{{put, take}, is_empty});
  right({}, program<Box>{{put_two, take, take}, is_empty, {1, 2}});
  right({}, program<Box>{{put, put, take}});
  const auto puts = times(2, put);
  right({}, program<Box>{{puts, take, take}, is_empty, {1, 2}});
}

TEST(Condvar, ThreeThreadsThreeTimes) {
  const auto puts = times(3, put_two), takes = times(3, take);
  const program<Box> what{{puts, takes, takes}, is_empty, {1, 2}};
  right({.old_loads = 0}, what);
  right({.preemptions = 3, .old_loads = 1}, what);
}

/// By hand, with --gtest_also_run_disabled_tests: it takes some minutes.
TEST(Condvar, DISABLED_ThreeThreadsThreeTimesWhole) {
  const auto puts = times(3, put_two), takes = times(3, take);
  right({}, program<Box>{{puts, takes, takes}, is_empty, {1, 2}});
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
  each_is_needed<Start>({}, {{{announce, await, await}}, {{announce, peek}}});
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
