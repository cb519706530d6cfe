//===-- thread_local.cpp - ThreadLocal: a value for each thread -----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include <fearless/scope.h>
#include <fearless/thread_local.h>

#include <gtest/gtest.h>

#include <atomic>
#include <deque>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using fearless::scope;
using fearless::Scope;
using fearless::ThreadLocal;

static_assert(fearless::Sync<ThreadLocal<int>>);
static_assert(!std::is_copy_constructible_v<ThreadLocal<int>>);

TEST(ThreadLocal, EachThreadHasItsOwn) {
  ThreadLocal<int> local;
  local.get() = 1;
  scope([&](Scope &s) {
    s.spawn([&] {
      EXPECT_EQ(local.get(), 0);
      local.get() = 2;
    });
  });
  EXPECT_EQ(local.get(), 1);
}

TEST(ThreadLocal, ValuesOutliveTheirThreads) {
  ThreadLocal<long> counts;
  scope([&](Scope &s) {
    for (int i = 0; i < 50; ++i)
      s.spawn([&] {
        for (int n = 0; n < 100; ++n)
          ++counts.get();
      });
  });
  long total = 0, threads = 0;
  counts.for_each([&](long count) {
    total += count;
    ++threads;
  });
  EXPECT_EQ(total, 5000);
  EXPECT_EQ(threads, 50);
}

TEST(ThreadLocal, AFunctionMakesTheValues) {
  std::atomic<int> made = 0;
  {
    ThreadLocal<std::unique_ptr<int>> local(
        [&made] { return std::make_unique<int>(++made); });
    EXPECT_EQ(*local.get(), 1);
    EXPECT_EQ(*local.get(), 1);
    scope([&](Scope &s) { s.spawn([&] { EXPECT_EQ(*local.get(), 2); }); });
  }
  EXPECT_EQ(made, 2);
}

TEST(ThreadLocal, AFunctionThatThrowsIsAskedAgain) {
  int calls = 0;
  ThreadLocal<int> local([&calls] {
    if (++calls == 1)
      throw std::runtime_error("not yet");
    return calls;
  });
  EXPECT_THROW((void)local.get(), std::runtime_error);
  EXPECT_EQ(local.get(), 2);
}

TEST(ThreadLocal, AFunctionMayUseAnother) {
  std::deque<ThreadLocal<int>> chain;
  chain.emplace_back([] { return 1; });
  for (int i = 1; i < 100; ++i) // more than the thread's table holds
    chain.emplace_back([&before = chain.back()] { return before.get() + 1; });
  EXPECT_EQ(chain.back().get(), 100);
  for (int i = 0; i < 100; ++i)
    EXPECT_EQ(chain[i].get(), i + 1);
}

TEST(ThreadLocal, ANewOneDoesNotFindTheValuesOfAnOldOne) {
  for (int i = 0; i < 100; ++i) {
    ThreadLocal<int> local;
    EXPECT_EQ(local.get()++, 0);
  }
}

TEST(ThreadLocal, WorksWhenTheThreadEnds) {
  static ThreadLocal<int> local;
  struct AtEnd {
    ~AtEnd() { local.get() += 1; }
  };
  scope([](Scope &s) {
    s.spawn([] {
      thread_local AtEnd at_end;
      (void)&at_end;
      local.get() = 1;
    });
  });
  int seen = 0;
  local.for_each([&](int value) { seen += value; });
  EXPECT_EQ(seen, 2);
}

TEST(ThreadLocal, ForEachPassesExceptionsOn) {
  ThreadLocal<int> local;
  local.get() = 1;
  EXPECT_THROW(local.for_each([](int) { throw std::runtime_error("seen"); }),
               std::runtime_error);
  int sum = 0;
  local.for_each([&](int value) { sum += value; });
  EXPECT_EQ(sum, 1);
}

} // namespace
