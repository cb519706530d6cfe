//===-- atomic.cpp - Atomic -----------------------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "fearless/atomic.h"

#include "on_threads.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <thread>

using fearless::Atomic;
using namespace fearless::order;

namespace {

constinit Atomic<int> of_the_program(1);

TEST(Atomic, HasTheOrderingsThatAnOperationCanHave) {
  const Atomic<int> a(1);
  a.store(2, release);
  a.store(a.load(acquire) + 1, relaxed);
  EXPECT_EQ(a.exchange(4, acq_rel), 3);
  EXPECT_EQ(a.fetch_add(1, relaxed), 4);
  EXPECT_EQ(a.fetch_sub(1), 5);
  EXPECT_EQ(a.fetch_or(3), 4);
  EXPECT_EQ(a.fetch_and(6), 7);
  EXPECT_EQ(a.fetch_xor(1), 6);
  EXPECT_EQ(a.load(), 7);
  EXPECT_EQ(of_the_program.load(seq_cst), 1);
}

TEST(Atomic, ComparesAndExchanges) {
  const Atomic<int> a(1);
  int expected = 2;
  EXPECT_FALSE(a.compare_exchange(expected, 3));
  EXPECT_EQ(expected, 1);
  EXPECT_TRUE(a.compare_exchange(expected, 3, release));
  EXPECT_EQ(a.load(), 3);
}

TEST(Atomic, UpdatesByAFunction) {
  const Atomic<unsigned> a(1);
  on_threads(4, [&](int) {
    for (int i = 0; i < 1000; ++i)
      a.update([](unsigned n) { return n + 2; });
  });
  EXPECT_EQ(a.load(), 8001u);
  EXPECT_EQ(a.update([](unsigned) { return 5u; }, relaxed), 8001u);
  auto fail = [](unsigned) -> unsigned { throw std::runtime_error("x"); };
  EXPECT_THROW(a.update(fail), std::runtime_error);
  EXPECT_EQ(a.load(), 5u);
}

TEST(Atomic, Waits) {
  const Atomic<int> a(1);
  int plain = 0;
  std::jthread other([&] {
    plain = 7;
    a.store(2, release);
    a.notify_all();
  });
  a.wait(1, acquire);
  EXPECT_EQ(plain, 7);
}

TEST(Atomic, NotifiesOneAndAll) {
  const Atomic<int> turn(0);
  on_threads(8, [&](int i) {
    // They take turns.
    for (int seen = turn.load(); seen < i; seen = turn.load())
      turn.wait(seen);
    turn.fetch_add(1);
    turn.notify_all();
  });
  EXPECT_EQ(turn.load(), 8);

  const Atomic<long> ready(0);
  std::jthread waiter([&] { ready.wait(0, relaxed); });
  ready.store(1);
  ready.notify_one();
}

} // namespace
