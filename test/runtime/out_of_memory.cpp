//===-- out_of_memory.cpp - Memory that runs out, everywhere ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each operation that allocates, with memory for no allocation, for one, and so
// on until it succeeds: before that it throws std::bad_alloc, and leaves all as
// it was. (More of channels, pools and loops is in their own tests.)
//
//===----------------------------------------------------------------------===//

#include "no_memory.h"

#include <fearless/arc.h>
#include <fearless/atomic.h>
#include <fearless/channel.h>
#include <fearless/condvar.h>
#include <fearless/event.h>
#include <fearless/lazy.h>
#include <fearless/mutex.h>
#include <fearless/parallel.h>
#include <fearless/rc.h>
#include <fearless/rwlock.h>
#include <fearless/scope.h>
#include <fearless/thread.h>
#include <fearless/thread_local.h>
#include <fearless/thread_pool.h>
#include <fearless/with_all.h>

#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <new>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace fearless;

namespace {

/// Returns how many allocations it takes.
template <class F> int allocations(F once) {
  for (int after = 0;; ++after) {
    NoMemory soon(after);
    try {
      once();
      return after;
    } catch (const std::bad_alloc &) {
    }
  }
}

TEST(OutOfMemory, LocksAndTheirKinAllocateNothing) {
  const Mutex<int> mutex, other;
  const RwLock<int> rwlock;
  const Condvar changed;
  const Event event;
  const LazyLock<int> lazy([] { return 1; });
  EXPECT_EQ(allocations([&] {
              auto guard = mutex.lock();
              EXPECT_FALSE(changed.wait_for(guard, std::chrono::seconds(0),
                                            [](int n) { return n != 0; }));
              changed.notify_all();
            }),
            0);
  EXPECT_EQ(allocations([&] {
              with_all([](int &, int &) {}, mutex, other);
              (void)rwlock.read();
              (void)rwlock.write();
              event.set();
              (void)lazy.get();
            }),
            0);
}

TEST(OutOfMemory, ArcAndRc) {
  std::optional<Arc<int>> arc;
  std::optional<Rc<int>> rc;
  EXPECT_EQ(allocations([&] { arc = Arc<int>::make(1); }), 1);
  EXPECT_EQ(allocations([&] { rc = Rc<int>::make(1); }), 1);
  auto same_arc = *arc;
  auto same_rc = *rc;
  EXPECT_EQ(allocations([&] {
              EXPECT_TRUE(ptr_eq(same_arc, *arc)); // as long as it fails
              same_arc.make_mut() = 2;
            }),
            1);
  EXPECT_EQ(allocations([&] {
              EXPECT_TRUE(ptr_eq(same_rc, *rc));
              same_rc.make_mut() = 2;
            }),
            1);
  EXPECT_EQ(**arc + **rc, 2);
  EXPECT_EQ(allocations([&] { (void)arc->downgrade().upgrade(); }), 0);
}

TEST(OutOfMemory, LazyLockIsPoisonedByItsFunction) {
  const LazyLock<std::vector<int>> lazy([] { return std::vector<int>(100); });
  {
    NoMemory none;
    EXPECT_THROW((void)lazy.get(), std::bad_alloc);
  }
  EXPECT_THROW((void)lazy.get(), PoisonError);
}

TEST(OutOfMemory, ThreadLocalTriesAgain) {
  ThreadLocal<int> local;
  EXPECT_GT(allocations([&] { local.get() = 1; }), 0);
  EXPECT_EQ(local.get(), 1);
}

TEST(OutOfMemory, SpawnStartsNothing) {
  int runs = 0;
  EXPECT_GT(allocations([&] { spawn([&runs] { ++runs; }).join(); }), 0);
  EXPECT_EQ(runs, 1);
  const auto builder = Builder().name("a name that is not short enough");
  EXPECT_GT(allocations([&] { builder.spawn([&runs] { ++runs; }).join(); }), 0);
  EXPECT_EQ(runs, 2);
}

TEST(OutOfMemory, AScopeEndsWhatItHasStarted) {
  int runs = 0, first_runs = 0;
  EXPECT_GT(allocations([&] {
              scope([&](Scope &s) {
                s.spawn([&] { ++first_runs; });
                s.spawn([&] { ++runs; });
              });
            }),
            0);
  EXPECT_EQ(runs, 1);
  EXPECT_GT(first_runs, 1);
}

TEST(OutOfMemory, AChannelAndItsShare) {
  std::optional<Channel<int>> both;
  EXPECT_GT(allocations([&] { both.emplace(channel<int>()); }), 0);
  EXPECT_GT(allocations([&] { (void)channel<int>(1); }), 0);
  EXPECT_TRUE(both->sender.send(1));
  std::optional<SharedReceiver<int>> shared;
  EXPECT_EQ(
      allocations([&] { shared.emplace(std::move(both->receiver).share()); }),
      1); // it was not moved from when that failed
  EXPECT_EQ(shared->recv(), 1);
}

TEST(OutOfMemory, WhatIsNotSentIsStillTheSenders) {
  auto [sender, receiver] = channel<std::string>();
  const std::string text = "too long to stand in the string itself";
  std::string sent = text;
  for (int i = 0; i < 30; ++i)
    EXPECT_TRUE(sender.send("")); // the next one needs a block
  {
    NoMemory none;
    EXPECT_THROW((void)sender.send(std::move(sent)), std::bad_alloc);
    EXPECT_EQ(sent, text);
    EXPECT_THROW((void)sender.try_send(std::move(sent)), std::bad_alloc);
    EXPECT_EQ(sent, text);
  }
  EXPECT_TRUE(sender.send(sent)); // a copy
  EXPECT_EQ(sent, text);
}

TEST(OutOfMemory, APoolEndsTheThreadsThatItHasStarted) {
  EXPECT_GT(allocations([] { ThreadPool pool(3); }), 0);
}

TEST(OutOfMemory, AMapRunsWhatItHasSubmitted) {
  const ThreadPool pool(1);
  const std::vector<int> items(40, 1);
  Atomic<int> runs(0);
  int before = 0;
  std::optional<Tasks<int>> tasks;
  EXPECT_GT(allocations([&] {
              pool.submit([] {}).join(); // those of the last time have run
              before = runs.load();
              tasks.emplace(pool.map(items, [&runs](int n) {
                runs.fetch_add(1);
                return n;
              }));
            }),
            0);
  EXPECT_EQ(tasks->join().size(), items.size());
  EXPECT_GT(before, 0);
  EXPECT_EQ(runs.load(), before + int(items.size()));
}

/// The thread that runs this has no memory from now on.
void exhaust() {
  thread_local std::optional<NoMemory> none;
  none.emplace();
}

TEST(OutOfMemory, TasksThatCannotTellOfTheirEndAreFound) {
  const ThreadPool pool(1);
  auto tasks = pool.map(std::vector<int>(100, 1), [](int n) {
    exhaust();
    return n;
  });
  int sum = 0;
  for (auto &[index, task] : tasks)
    sum += task.join();
  EXPECT_EQ(sum, 100);
}

TEST(OutOfMemory, LoopsThrowIt) {
  const ThreadPool pool(2);
  const std::vector<int> items(100, 1);
  EXPECT_GT(allocations([&] {
              EXPECT_EQ(par_map(pool, items, [](int n) { return n; }), items);
            }),
            0);
  EXPECT_GT(allocations([&] {
              (void)par_filter_map(pool, items,
                                   [](int n) { return std::optional(n); });
            }),
            0);
  EXPECT_GT(allocations([&] {
              EXPECT_EQ(par_reduce(pool, items, 0, std::plus<>()), 100);
            }),
            0);
  // In the function, on whatever thread: an exception as any other.
  EXPECT_THROW(par_for_each(pool, items,
                            [](int) {
                              NoMemory none;
                              std::vector<int> some(10);
                            }),
               std::bad_alloc);
}

} // namespace
