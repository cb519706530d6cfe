//===-- reduction.cpp - The reduction loses nothing -----------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Generated programs, each explored with the reduction and without: what they
// may end with, and the faults that they may have, are the same.
//
//===----------------------------------------------------------------------===//

#include "fearless/detail/futex_lock.h"
#include "schedule/program.h"

#include <gtest/gtest.h>

#include <numeric>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

using fearless::detail::futex_lock;
using fearless::detail::word;
using schedule::explore;
using schedule::explorer;
using schedule::plain;
using schedule::program;

namespace {

constexpr auto relaxed = std::memory_order_relaxed;
constexpr auto acquire = std::memory_order_acquire;
constexpr auto release = std::memory_order_release;
constexpr auto acq_rel = std::memory_order_acq_rel;
constexpr auto seq_cst = std::memory_order_seq_cst;

/// What each thread has seen is plain, since its operations are to keep nothing
/// for each other.
struct Shared {
  word a, b;
  plain<int> value;
  futex_lock lock;
  plain<int> seen[3];

  void note(int thread, int what) {
    seen[thread].write(seen[thread].read() * 5 + what);
  }
  std::string outcome() const {
    std::string all = std::to_string(a.load()) + std::to_string(b.load()) +
                      std::to_string(value.read());
    for (const auto &one : seen)
      all += " " + std::to_string(one.read());
    return all;
  }
};

/// One thing that a thread may do; `at` is one of the words.
using operation = void (*)(Shared &shared, word &at, int thread);

template <std::memory_order Order>
void load(Shared &shared, word &at, int thread) {
  shared.note(thread, at.load(Order));
}
/// What is learned is all that is left of it.
template <std::memory_order Order> void glance(Shared &, word &at, int) {
  (void)at.load(Order);
}
template <std::memory_order Order> void store(Shared &, word &at, int thread) {
  at.store(thread + 1, Order);
}
template <std::memory_order Order>
void add(Shared &shared, word &at, int thread) {
  shared.note(thread, at.fetch_add(1, Order));
}
template <std::memory_order Order>
void take(Shared &shared, word &at, int thread) {
  std::uint32_t expected = 0;
  shared.note(thread, at.compare_exchange_strong(expected, 3, Order));
}
void read(Shared &shared, word &, int thread) {
  shared.note(thread, shared.value.read());
}
void write(Shared &shared, word &, int thread) {
  shared.value.write(thread + 1);
}
void sleep(Shared &, word &at, int) { wait(at, 0); }
void sleep_in_time(Shared &shared, word &at, int thread) {
  shared.note(thread, wait_until(at, 0, {}));
}
void wake(Shared &, word &at, int) { wake_one(at); }
void wake_both(Shared &, word &at, int) { wake_all(at); }
void await(Shared &, word &at, int) {
  while (at.load(acquire) == 0)
    fearless::detail::yield();
}
/// The last one: its many ways would be too many for three threads.
void change_locked(Shared &shared, word &, int thread) {
  shared.lock.lock();
  shared.value.write(shared.value.read() + 1);
  shared.note(thread, shared.value.read());
  shared.lock.unlock();
}

constexpr operation operations[] = {glance<relaxed>,
                                    glance<acquire>,
                                    glance<seq_cst>,
                                    read,
                                    write,
                                    store<release>,
                                    load<relaxed>,
                                    load<acquire>,
                                    load<seq_cst>,
                                    store<relaxed>,
                                    store<release>,
                                    store<seq_cst>,
                                    add<relaxed>,
                                    add<acq_rel>,
                                    take<acquire>,
                                    take<seq_cst>,
                                    read,
                                    write,
                                    sleep,
                                    sleep_in_time,
                                    wake,
                                    wake_both,
                                    await,
                                    change_locked};

/// What keeps nothing of which thread it was: for threads that are alike.
void peek(Shared &shared, word &, int) { (void)shared.value.read(); }
template <std::memory_order Order> void count(Shared &, word &at, int) {
  at.fetch_add(1, Order);
}
void count_locked(Shared &shared, word &, int) {
  shared.lock.lock();
  shared.value.write(shared.value.read() + 1);
  shared.lock.unlock();
}
constexpr operation alike_operations[] = {glance<relaxed>,
                                          glance<acquire>,
                                          store<relaxed>,
                                          store<release>,
                                          peek,
                                          write,
                                          count<relaxed>,
                                          count<release>,
                                          count<acq_rel>,
                                          sleep,
                                          wake,
                                          wake_both,
                                          await,
                                          count_locked};

using thread = std::vector<std::pair<operation, word Shared::*>>;

program<Shared> program_of(const std::vector<thread> &threads) {
  std::vector<program<Shared>::body> bodies;
  for (const thread &steps : threads)
    bodies.push_back([steps, number = int(bodies.size())](Shared &shared) {
      for (const auto &[once, at] : steps) {
        once(shared, shared.*at, number);
        explorer::current()->operation_done();
      }
    });
  return bodies;
}

/// What may come of a program, faults included. If it may come to a data race,
/// only that: what follows means nothing.
std::set<std::string> all_ends(bool merge, program<Shared> what) {
  std::set<std::string> ends;
  what.holds = [&](const Shared &shared) {
    ends.insert(shared.outcome());
    return true;
  };
  for (const std::string &fault :
       explore({.merge = merge, .stop_at_deadlock = false}, what).faults) {
    if (fault.starts_with("data race"))
      return {"data race"};
    ends.insert(fault);
  }
  return ends;
}

void expect_the_same(const std::vector<thread> &threads) {
  const auto what = program_of(threads);
  EXPECT_EQ(all_ends(true, what), all_ends(false, what));
}

void expect_the_same(unsigned seed, std::size_t threads, std::size_t length,
                     std::size_t kinds) {
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  std::vector<thread> all(threads);
  for (thread &one : all)
    for (std::size_t i = 0; i < length; ++i)
      one.emplace_back(operations[random() % kinds],
                       random() % 2 ? &Shared::a : &Shared::b);
  expect_the_same(all);
}

/// Threads that do the same, in the same order.
void expect_the_same_of_alike(unsigned seed, std::size_t threads,
                              std::size_t length, std::size_t kinds) {
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  std::vector<std::pair<operation, word Shared::*>> steps;
  for (std::size_t i = 0; i < length; ++i)
    steps.emplace_back(alike_operations[random() % kinds],
                       random() % 2 ? &Shared::a : &Shared::b);
  const program<Shared>::body body = [steps](Shared &shared) {
    for (const auto &[once, at] : steps) {
      once(shared, shared.*at, 0);
      explorer::current()->operation_done();
    }
  };
  std::vector<std::size_t> alike(threads);
  std::iota(alike.begin(), alike.end(), 0);
  const std::vector<program<Shared>::body> bodies(threads, body);
  EXPECT_EQ(all_ends(true, {bodies, {}, alike}), all_ends(false, {bodies}));
}

TEST(Reduction, LosesNoEndOfAlikeThreads) {
  for (unsigned seed = 0; seed < 1000; ++seed)
    expect_the_same_of_alike(seed, 2, 2, std::size(alike_operations));
  for (unsigned seed = 0; seed < 300; ++seed)
    expect_the_same_of_alike(seed, 3, 2, std::size(alike_operations) - 1);
}

TEST(Reduction, LosesNoEndOfTwoThreads) {
  for (unsigned seed = 0; seed < 3000; ++seed)
    expect_the_same(seed, 2, 3, std::size(operations));
}

TEST(Reduction, LosesNoEndOfThreeThreads) {
  for (unsigned seed = 0; seed < 1000; ++seed)
    expect_the_same(seed, 3, 2, std::size(operations) - 1);
}

} // namespace
