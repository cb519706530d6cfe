//===-- condvar.cpp - Condvar ---------------------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "fearless/condvar.h"

#include "on_threads.h"

#include <gtest/gtest.h>

#include <chrono>
#include <deque>
#include <stdexcept>
#include <thread>

using fearless::Condvar;
using fearless::Mutex;
using fearless::PoisonError;
using namespace std::chrono_literals;

namespace {

bool is_true(const bool &value) { return value; }

TEST(Condvar, WaitsUntilItIsSo) {
  const Mutex<bool> ready(false);
  const Condvar changed;
  std::jthread other([&] {
    ready.with([](bool &value) { value = true; });
    changed.notify_one();
  });
  auto guard = ready.lock();
  changed.wait(guard, is_true);
  EXPECT_TRUE(*guard);
}

TEST(Condvar, DoesNotWaitIfItIsSo) {
  Mutex<bool> ready(true);
  Condvar changed;
  auto guard = ready.lock();
  changed.wait(guard, is_true);
}

TEST(Condvar, GivesUpAtATime) {
  const Mutex<bool> ready(false);
  const Condvar changed;
  auto guard = ready.lock();
  auto before = std::chrono::steady_clock::now();
  EXPECT_FALSE(changed.wait_for(guard, 10ms, is_true));
  EXPECT_FALSE(changed.wait_until(
      guard, std::chrono::steady_clock::now() + 10ms, is_true));
  EXPECT_GE(std::chrono::steady_clock::now() - before, 20ms);
  EXPECT_FALSE(*guard);
}

TEST(Condvar, HandsEachItemOverOnce) {
  Mutex<std::deque<int>> queue;
  Condvar more;
  std::atomic<int> sum = 0;
  on_threads(8, [&](int i) {
    for (int round = 0; round < 500; ++round) {
      if (i % 2) {
        queue.lock()->push_back(1);
        more.notify_one();
      } else {
        auto guard = queue.lock();
        more.wait(guard, [](auto &items) { return !items.empty(); });
        sum += guard->front();
        guard->pop_front();
      }
    }
  });
  EXPECT_EQ(sum, 2000);
}

TEST(Condvar, WakesAll) {
  const Mutex<bool> ready(false);
  const Condvar changed;
  std::jthread other([&] {
    ready.with([](bool &value) { value = true; });
    changed.notify_all();
  });
  on_threads(20, [&](int) {
    auto guard = ready.lock();
    changed.wait(guard, is_true);
  });
}

TEST(Condvar, AConditionThatThrowsPoisons) {
  Mutex<bool> ready(false);
  Condvar changed;
  auto wait = [&] {
    auto guard = ready.lock();
    changed.wait(guard, [](bool &) -> bool { throw std::runtime_error("x"); });
  };
  EXPECT_THROW(wait(), std::runtime_error);
  EXPECT_TRUE(ready.is_poisoned());
}

TEST(Condvar, AWaiterLearnsOfPoison) {
  Mutex<bool> ready(false);
  Condvar changed;
  std::jthread other([&] {
    EXPECT_THROW(ready.with([](bool &) { throw 1; }), int);
    changed.notify_all();
  });
  auto wait = [&] {
    auto guard = ready.lock();
    changed.wait(guard, is_true);
  };
  EXPECT_THROW(wait(), PoisonError);
}

TEST(Condvar, SeveralMutexesShareOne) {
  const Mutex<bool> a(false), b(false);
  const Condvar changed;
  const auto wait = [&changed](const Mutex<bool> &mutex) {
    auto guard = mutex.lock();
    changed.wait(guard, is_true);
  };
  std::jthread one([&] { wait(a); });
  std::jthread other([&] { wait(b); });
  a.with([](bool &value) { value = true; });
  changed.notify_all();
  auto guard = b.lock();
  *guard = true;
  changed.notify_all(); // with the mutex held
}

TEST(Condvar, ATimedWaitThrowsAsAWaitDoes) {
  const Mutex<bool> ready(false);
  const Condvar changed;
  const auto wait = [&](auto condition) {
    auto guard = ready.lock();
    changed.wait_for(guard, 1h, condition);
  };
  EXPECT_THROW(wait([](bool &) -> bool { throw std::runtime_error("x"); }),
               std::runtime_error);
  EXPECT_TRUE(ready.is_poisoned());
  ready.clear_poison();
  std::jthread other([&] {
    EXPECT_THROW(ready.with([](bool &) { throw 1; }), int);
    changed.notify_all();
  });
  EXPECT_THROW(wait(is_true), PoisonError);
}

} // namespace
