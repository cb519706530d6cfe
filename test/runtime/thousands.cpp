//===-- thousands.cpp - A thousand threads at once, at everything -------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// (spawn, scope and channels have their own.)
//
//===----------------------------------------------------------------------===//

#include "on_threads.h"

#include <fearless/arc.h>
#include <fearless/atomic.h>
#include <fearless/condvar.h>
#include <fearless/event.h>
#include <fearless/lazy.h>
#include <fearless/mutex.h>
#include <fearless/parallel.h>
#include <fearless/rwlock.h>
#include <fearless/thread_local.h>
#include <fearless/thread_pool.h>
#include <fearless/with_all.h>

#include <gtest/gtest.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

using namespace fearless;

namespace {

constexpr int thousand = 1000;

TEST(Thousand, MutexAndAtomic) {
  Mutex<int> sum;
  const Atomic<int> count(0);
  on_threads(thousand, [&](int i) {
    for (int n = 0; n < 10; ++n) {
      sum.with([i](int &sum) { sum += i; });
      count.fetch_add(1);
    }
  });
  EXPECT_EQ(sum.get_mut(), thousand / 2 * (thousand - 1) * 10);
  EXPECT_EQ(count.load(), thousand * 10);
}

TEST(Thousand, WithAll) {
  Mutex<int> a, b;
  on_threads(thousand, [&](int i) {
    const auto move = [](int &from, int &to) { --from, ++to; };
    i % 2 ? with_all(move, a, b) : with_all(move, b, a);
  });
  EXPECT_EQ(a.get_mut(), 0);
}

TEST(Thousand, RwLock) {
  RwLock<std::pair<int, int>> both;
  on_threads(thousand, [&](int i) {
    if (i % 10 == 0)
      both.with_write([](auto &both) { ++both.first, ++both.second; });
    else
      both.with_read([](auto &both) { EXPECT_EQ(both.first, both.second); });
  });
  EXPECT_EQ(both.get_mut().first, thousand / 10);
}

TEST(Thousand, CondvarInTurn) {
  const Mutex<int> turn;
  const Condvar changed;
  on_threads(thousand, [&](int i) {
    // Ten who take turns, and all others who wait for the last of them.
    auto guard = turn.lock();
    const int mine = i < 10 ? i : 10;
    changed.wait(guard, [mine](int turn) { return turn >= mine; });
    if (i < 10) {
      ++*guard;
      changed.notify_all();
    }
  });
  EXPECT_EQ(turn.with([](int turn) { return turn; }), 10);
}

TEST(Thousand, CondvarOneByOne) {
  const Mutex<int> tokens;
  const Condvar more;
  on_threads(thousand, [&](int i) {
    if (i % 2) {
      tokens.with([](int &tokens) { ++tokens; });
      more.notify_one();
    } else {
      auto guard = tokens.lock();
      more.wait(guard, [](int tokens) { return tokens > 0; });
      --*guard;
    }
  });
  EXPECT_EQ(tokens.with([](int tokens) { return tokens; }), 0);
}

TEST(Thousand, EventAndLazyLock) {
  const Event start;
  const Atomic<int> made(0);
  const LazyLock number([&made] { return made.fetch_add(1) + 7; });
  on_threads(thousand, [&](int i) {
    if (i == thousand - 1)
      start.set();
    start.wait();
    EXPECT_EQ(*number, 7);
  });
  EXPECT_EQ(made.load(), 1);
}

TEST(Thousand, ArcAndWeak) {
  auto arc = std::optional(Arc<std::string>::make("shared"));
  const auto weak = arc->downgrade();
  on_threads(thousand, [mine = *arc, weak](int i) {
    const auto copy = mine;
    EXPECT_EQ(copy->size(), 6u);
    if (i % 2) {
      EXPECT_TRUE(weak.upgrade());
    }
  });
  EXPECT_EQ(arc->strong_count(), 1u);
  EXPECT_EQ(arc->weak_count(), 1u);
  arc.reset();
  EXPECT_FALSE(weak.upgrade());
}

TEST(Thousand, ThreadLocal) {
  ThreadLocal<int> local;
  on_threads(thousand, [&](int i) {
    local.get() = i;
    EXPECT_EQ(local.get(), i);
  });
  long sum = 0;
  local.for_each([&sum](int value) { sum += value; });
  EXPECT_EQ(sum, thousand / 2 * (thousand - 1));
}

TEST(Thousand, SubmitToAPoolAndUseItForLoops) {
  const ThreadPool pool(2);
  on_threads(thousand, [&pool](int i) {
    EXPECT_EQ(pool.submit([i] { return i; }).join(), i);
    if (i % 10 == 0) {
      const std::vector<int> ones(30, 1);
      EXPECT_EQ(par_reduce(pool, ones, 0, std::plus<>()), 30);
    }
  });
}

} // namespace
