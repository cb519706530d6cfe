//===-- scope.cpp - scope: threads that borrow ----------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include <fearless/scope.h>

#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <numeric>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

using fearless::scope;
using fearless::Scope;
using fearless::ScopedJoinHandle;

TEST(Scope, ItsThreadsUseWhatTheCallerHas) {
  std::vector<int> numbers(1000);
  std::iota(numbers.begin(), numbers.end(), 0);
  long low = 0, high = 0;
  scope([&](Scope &s) {
    s.spawn([&] {
      low = std::accumulate(numbers.begin(), numbers.begin() + 500, 0L);
    });
    s.spawn([&] {
      high = std::accumulate(numbers.begin() + 500, numbers.end(), 0L);
    });
  });
  EXPECT_EQ(low + high, 999 * 1000 / 2);
}

TEST(Scope, ReturnsWhatItsFunctionReturns) {
  EXPECT_EQ(scope([](Scope &s) {
              auto one = s.spawn([] { return 1; });
              auto two = s.spawn([](int n) { return n; }, 2);
              return one.join() + two.join();
            }),
            3);
  int there = 0;
  int &same = scope([&](Scope &) -> int & { return there; });
  EXPECT_EQ(&same, &there);
}

TEST(Scope, ReferencesAndPointersAreLent) {
  const std::string text = "lent";
  scope([&](Scope &s) {
    auto by_reference =
        s.spawn([](const std::string &t) { return t.size(); }, std::cref(text));
    auto by_pointer =
        s.spawn([](const std::string *t) { return t->size(); }, &text);
    EXPECT_EQ(by_reference.join() + by_pointer.join(), 8u);
  });
}

TEST(Scope, ThrowsWhatAThreadThrewAfterAllHaveEnded) {
  std::atomic<int> ended = 0;
  try {
    scope([&](Scope &s) {
      for (int i = 0; i < 4; ++i)
        s.spawn([&ended, i] {
          if (i == 0)
            std::this_thread::yield();
          ++ended;
          throw std::runtime_error(std::to_string(i));
        });
    });
    FAIL();
  } catch (const std::runtime_error &error) {
    EXPECT_STREQ(error.what(), "0"); // the first that was spawned
  }
  EXPECT_EQ(ended, 4);
}

TEST(Scope, AnExceptionThatWasAskedForIsNotThrownAgain) {
  scope([](Scope &s) {
    auto handle = s.spawn([] { throw std::runtime_error("once"); });
    EXPECT_THROW(handle.join(), std::runtime_error);
  });
}

TEST(Scope, TheFunctionsOwnExceptionWins) {
  std::atomic<bool> ended = false;
  auto call = [&] {
    scope([&](Scope &s) {
      s.spawn([&] {
        std::this_thread::yield();
        ended = true;
        throw std::runtime_error("thread");
      });
      throw std::logic_error("function");
    });
  };
  EXPECT_THROW(call(), std::logic_error);
  EXPECT_TRUE(ended);
}

TEST(Scope, ItsThreadsSpawnMore) {
  std::atomic<int> count = 0;
  scope([&](Scope &s) {
    for (int i = 0; i < 3; ++i)
      s.spawn([&] {
        for (int j = 0; j < 3; ++j)
          s.spawn([&] {
            s.spawn([&] { ++count; });
            ++count;
          });
        ++count;
      });
  });
  EXPECT_EQ(count, 3 + 9 + 9);
}

TEST(Scope, AHandleGivesItsOutcomeOnce) {
  std::optional<ScopedJoinHandle<int>> kept;
  scope([&](Scope &s) { kept = s.spawn([] { return 5; }); });
  EXPECT_TRUE(kept->is_finished());
  EXPECT_EQ(kept->join(), 5); // it may outlive the scope
  EXPECT_THROW(kept->join(), std::system_error);
}

TEST(Scope, AThreadDoesNotWaitForItself) {
  std::optional<ScopedJoinHandle<void>> myself;
  std::atomic<bool> ready = false;
  scope([&](Scope &s) {
    myself = s.spawn([&] {
      while (!ready)
        std::this_thread::yield();
      EXPECT_THROW(myself->join(), std::system_error);
    });
    ready = true;
  });
}

TEST(ScopeThreads, Thousands) {
  std::atomic<int> count = 0;
  for (int round = 0; round < 20; ++round)
    scope([&](Scope &s) {
      for (int i = 0; i < 100; ++i)
        s.spawn([&count] { ++count; });
    });
  EXPECT_EQ(count, 2000);
}

struct CopyThrows {
  CopyThrows() = default;
  CopyThrows(const CopyThrows &) { throw std::runtime_error("copied"); }
  void operator()() const {}
};

TEST(Scope, ACopyThatThrowsStartsNothingAndTheOthersEnd) {
  std::atomic<int> ended = 0;
  const CopyThrows callable;
  EXPECT_THROW(scope([&](Scope &s) {
                 s.spawn([&] { ++ended; });
                 s.spawn(callable);
                 ended += 100;
               }),
               std::runtime_error);
  EXPECT_EQ(ended, 1);
}

TEST(Scope, WhatAThreadDidIsSeenByWhoSeesItFinished) {
  int plain = 0;
  scope([&](Scope &s) {
    const auto handle = s.spawn([&] { plain = 1; });
    while (!handle.is_finished())
      std::this_thread::yield();
    EXPECT_EQ(plain, 1);
  });
}

} // namespace
