//===-- parallel.cpp - par_for_each, par_map, par_reduce ------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include <fearless/parallel.h>

#include "no_memory.h"

#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <memory>
#include <numeric>
#include <optional>
#include <random>
#include <set>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace fearless;

std::vector<int> counted(int n) {
  std::vector<int> numbers(n);
  std::iota(numbers.begin(), numbers.end(), 0);
  return numbers;
}

TEST(Parallel, ForEachReachesEveryItemOnce) {
  ThreadPool pool(3);
  for (int n : {0, 1, 2, 7, 100, 1000, 4097}) {
    std::vector<int> hits(n); // one item, one thread: no lock
    par_for_each(pool, hits, [](int &hit) { ++hit; });
    EXPECT_EQ(std::count(hits.begin(), hits.end(), 1), n);
  }
}

TEST(Parallel, MapKeepsTheOrder) {
  ThreadPool pool(3);
  const auto numbers = counted(1000);
  const auto texts =
      par_map(pool, numbers, [](int n) { return std::to_string(n); });
  for (int i = 0; i < 1000; ++i)
    EXPECT_EQ(texts[i], std::to_string(i));
  const std::vector<bool> even =
      par_map(pool, numbers, [](int n) { return n % 2 == 0; });
  EXPECT_EQ(std::count(even.begin(), even.end(), true), 500);
  EXPECT_EQ(par_map(pool, std::vector{std::string("a")}, &std::string::size),
            std::vector<std::size_t>{1});
}

TEST(Parallel, FilterMapLeavesItemsOut) {
  ThreadPool pool(2);
  const auto halves = par_filter_map(
      pool, counted(10), [](int n) -> std::optional<std::unique_ptr<int>> {
        if (n % 2)
          return std::nullopt;
        return std::make_unique<int>(n / 2);
      });
  ASSERT_EQ(halves.size(), 5u);
  EXPECT_EQ(*halves[4], 4);
}

TEST(Parallel, ReduceNeedsNoCommutativity) {
  ThreadPool pool(3);
  std::vector<std::string> letters;
  std::string whole;
  for (int i = 0; i < 500; ++i) {
    letters.emplace_back(1, char('a' + i % 26));
    whole += letters.back();
  }
  EXPECT_EQ(par_reduce(pool, letters, std::string(), std::plus<>()), whole);
  EXPECT_EQ(par_reduce(pool, std::vector<int>(), 7, std::plus<>()), 7);
}

TEST(Parallel, BehavesAsTheLoop) {
  ThreadPool pool(2);
  for (unsigned seed = 0; seed < 100; ++seed) {
    std::mt19937 random(seed);
    std::vector<long> numbers(random() % 300);
    for (auto &number : numbers)
      number = random() % 1000;
    EXPECT_EQ(par_reduce(pool, numbers, 0L, std::plus<>()),
              std::accumulate(numbers.begin(), numbers.end(), 0L));
    // The foremost of the errors, whatever the threads do.
    const long bad = random() % 50;
    const auto fail = [bad](long &number) {
      if (number % 50 == bad)
        throw &number;
    };
    long *expected = nullptr, *thrown = nullptr;
    try {
      std::for_each(numbers.begin(), numbers.end(), fail);
    } catch (long *at) {
      expected = at;
    }
    try {
      par_for_each(pool, numbers, fail);
    } catch (long *at) {
      thrown = at;
    }
    EXPECT_EQ(thrown, expected);
  }
}

TEST(Parallel, AnErrorLeavesOutWhatHasNotBegun) {
  ThreadPool pool(1);
  std::atomic<int> begun = 0;
  EXPECT_THROW(par_for_each(pool, counted(100000),
                            [&](int) {
                              ++begun;
                              throw std::runtime_error("each");
                            }),
               std::runtime_error);
  EXPECT_LE(begun, 2); // one for each thread
}

TEST(Parallel, AStopTokenCancels) {
  ThreadPool pool(2);
  std::stop_source stop;
  std::atomic<int> begun = 0;
  EXPECT_THROW(par_for_each(
                   pool, counted(100000),
                   [&](int) {
                     ++begun;
                     stop.request_stop();
                   },
                   stop.get_token()),
               Cancelled);
  EXPECT_LT(begun, 100000);
  // With nothing left out, nothing was cancelled.
  par_for_each(
      pool, std::vector<int>(), [](int) {}, stop.get_token());
}

TEST(Parallel, AsManyThreadsAsThePoolHas) {
  for (std::size_t size : {1, 2, 3}) {
    ThreadPool pool(size);
    Mutex<std::set<std::thread::id>> threads;
    par_for_each(pool, counted(1000), [&](int) {
      threads.lock()->insert(std::this_thread::get_id());
    });
    EXPECT_LE(threads.get_mut().size(), size);
    EXPECT_TRUE(size != 1 ||
                threads.get_mut().contains(std::this_thread::get_id()));
  }
}

TEST(Parallel, LoopsAreNested) {
  ThreadPool pool(2);
  std::atomic<int> count = 0;
  par_for_each(pool, counted(20), [&](int) {
    par_for_each(pool, counted(20), [&](int) { ++count; });
  });
  EXPECT_EQ(count, 400);
  EXPECT_EQ(pool.submit([&pool] {
                  return par_reduce(pool, counted(100), 0, std::plus<>());
                })
                .join(),
            4950);
}

TEST(Parallel, NoMemoryForHelpersLeavesTheWorkToTheCaller) {
  ThreadPool pool(2);
  std::vector<int> hits(1000);
  {
    NoMemory none;
    par_for_each(pool, hits, [](int &hit) { ++hit; });
  }
  EXPECT_EQ(std::count(hits.begin(), hits.end(), 1), 1000);
  NoMemory none;
  EXPECT_THROW((void)par_map(pool, hits, [](int n) { return n; }),
               std::bad_alloc);
}

TEST(Parallel, EachLoopThrowsTheForemostError) {
  ThreadPool pool(2);
  const auto numbers = counted(1000);
  const auto fail = [](int n) {
    if (n % 100 == 37)
      throw n;
    return n;
  };
  const auto throws_37 = [](auto loop) {
    try {
      loop();
      return false;
    } catch (int n) {
      return n == 37;
    }
  };
  EXPECT_TRUE(throws_37([&] { (void)par_map(pool, numbers, fail); }));
  EXPECT_TRUE(throws_37([&] {
    (void)par_filter_map(pool, numbers,
                         [&](int n) { return std::optional(fail(n)); });
  }));
  EXPECT_TRUE(throws_37([&] {
    (void)par_reduce(pool, numbers, 0, [&](int, int n) { return fail(n); });
  }));
}

TEST(Parallel, EachLoopIsCancelled) {
  ThreadPool pool(2);
  const auto numbers = counted(1000);
  std::stop_source stop;
  stop.request_stop();
  const auto token = stop.get_token();
  const auto same = [](int n) { return n; };
  EXPECT_THROW((void)par_map(pool, numbers, same, token), Cancelled);
  EXPECT_THROW(
      (void)par_filter_map(
          pool, numbers, [](int n) { return std::optional(n); }, token),
      Cancelled);
  EXPECT_THROW((void)par_reduce(pool, numbers, 0, std::plus<>(), token),
               Cancelled);
}

TEST(Parallel, SumsOfFloatingPointAreTheSameEachTime) {
  ThreadPool pool(3);
  std::mt19937 random(1);
  std::vector<double> numbers(10'000);
  for (auto &number : numbers)
    number = std::uniform_real_distribution<>(0, 1)(random);
  const double sum = par_reduce(pool, numbers, 0.0, std::plus<>());
  for (int i = 0; i < 50; ++i)
    EXPECT_EQ(par_reduce(pool, numbers, 0.0, std::plus<>()), sum);
}

} // namespace
