//===-- thread_pool.cpp - ThreadPool: threads for many short tasks --------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include <fearless/channel.h>
#include <fearless/thread_pool.h>

#include "no_memory.h"

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

namespace {

using fearless::Cancelled;
using fearless::channel;
using fearless::TaskHandle;
using fearless::ThreadPool;

TEST(ThreadPool, RunsWhatIsSubmitted) {
  ThreadPool pool(2);
  EXPECT_EQ(pool.size(), 2u);
  auto answer = pool.submit([] { return 42; });
  auto text =
      pool.submit([](std::unique_ptr<int> n) { return std::to_string(*n); },
                  std::make_unique<int>(3));
  EXPECT_EQ(answer.join(), 42);
  EXPECT_EQ(text.join(), "3");
  EXPECT_THROW(text.join(), std::system_error);
  EXPECT_EQ(ThreadPool(0).size(), 1u);
}

TEST(ThreadPool, JoinThrowsWhatTheTaskThrew) {
  ThreadPool pool(1);
  auto task = pool.submit([]() -> int { throw std::runtime_error("no"); });
  EXPECT_THROW(task.join(), std::runtime_error);
  EXPECT_EQ(pool.submit([] { return 1; }).join(), 1); // the thread goes on
}

TEST(ThreadPool, RunsAllBeforeItEnds) {
  std::atomic<int> count = 0;
  {
    ThreadPool pool(2);
    for (int i = 0; i < 100; ++i)
      auto ignored = pool.submit([&count] { ++count; });
  }
  EXPECT_EQ(count, 100);
}

TEST(ThreadPool, AHandleOutlivesThePool) {
  auto task = ThreadPool(1).submit([] { return 1; });
  EXPECT_TRUE(task.is_finished());
  EXPECT_EQ(task.join(), 1);
}

/// Keeps a thread of a pool until it ends.
class Busy {
public:
  explicit Busy(const ThreadPool &pool) {
    auto [ended, until] = channel<int>();
    auto [start, started] = channel<int>();
    ended_.emplace(std::move(ended));
    task_.emplace(pool.submit(
        [start = std::move(start), until = std::move(until)]() mutable {
          (void)start.send(0);
          (void)until.recv();
        }));
    (void)started.recv();
  }

private:
  std::optional<TaskHandle<void>> task_;
  std::optional<fearless::Sender<int>> ended_;
};

TEST(ThreadPool, CancelTakesBackWhatHasNotBegun) {
  auto held = std::make_shared<int>(1);
  ThreadPool pool(1);
  {
    Busy busy(pool);
    auto task = pool.submit([held] { return *held; });
    EXPECT_TRUE(task.cancel());
    EXPECT_FALSE(task.cancel());
    EXPECT_EQ(held.use_count(), 1); // what it captured is gone
    EXPECT_THROW(task.join(), Cancelled);
  }
  auto done = pool.submit([] { return 2; });
  done.wait();
  EXPECT_FALSE(done.cancel());
  EXPECT_EQ(done.join(), 2);
}

TEST(ThreadPool, TasksMayWaitForTasks) {
  // One thread, and a tower of tasks that wait: joins run what nobody has
  // begun.
  ThreadPool pool(1);
  auto fibonacci = [&pool](auto self, int n) -> int {
    if (n < 2)
      return n;
    auto one = pool.submit(self, self, n - 1);
    auto two = pool.submit(self, self, n - 2);
    return one.join() + two.join();
  };
  EXPECT_EQ(pool.submit(fibonacci, fibonacci, 10).join(), 55);
}

TEST(ThreadPoolMap, ResultsComeInTheOrderOfTheItems) {
  ThreadPool pool(3);
  std::vector<int> numbers(100);
  for (int i = 0; i < 100; ++i)
    numbers[i] = i;
  auto squares = pool.map(numbers, [](int n) { return n * n; }).join();
  for (int i = 0; i < 100; ++i)
    EXPECT_EQ(squares[i], i * i);
  pool.map(numbers, [](int) {}).join();
}

TEST(ThreadPoolMap, ALoopSeesTasksAsTheyAreDone) {
  ThreadPool pool(2);
  auto [go, wait] = channel<int>();
  auto shared = std::move(wait).share();
  auto tasks = pool.map(std::vector{0, 1, 2}, [shared](int n) {
    if (n == 0)
      (void)shared.recv(); // done last
    return n;
  });
  std::vector<std::size_t> order;
  for (auto &[index, task] : tasks) {
    order.push_back(index);
    EXPECT_EQ(task.join(), int(index));
    if (order.size() == 2) {
      EXPECT_TRUE(go.send(0));
    }
  }
  EXPECT_EQ(order, (std::vector<std::size_t>{1, 2, 0}));
  EXPECT_FALSE(tasks.recv());
}

TEST(ThreadPoolMap, TheFirstErrorIsThrownAndTheRestCancelled) {
  std::atomic<int> begun = 0; // before the pool: its tasks use it to the end
  ThreadPool pool(1);
  auto busy = std::make_unique<Busy>(pool);
  auto tasks = pool.map(std::vector<int>(50), [&begun](int) {
    if (++begun == 3)
      throw std::runtime_error("third");
    return 0;
  });
  busy.reset();
  EXPECT_THROW(tasks.join(), std::runtime_error);
  EXPECT_GE(begun, 3);
}

TEST(ThreadPoolMap, CancelledTasksAreDone) {
  ThreadPool pool(1);
  Busy busy(pool);
  auto tasks = pool.map(std::vector{1, 2, 3}, [](int n) { return n; });
  tasks.cancel();
  std::set<std::size_t> seen;
  for (auto &[index, task] : tasks) {
    seen.insert(index);
    EXPECT_THROW(task.join(), Cancelled);
  }
  EXPECT_EQ(seen.size(), 3u);
}

TEST(ThreadPoolMap, MayBeUsedByATask) {
  ThreadPool pool(1);
  auto sum = pool.submit([&pool] {
    int sum = 0;
    auto tasks = pool.map(std::vector{1, 2, 3}, [](int n) { return n; });
    for (auto &[index, task] : tasks)
      sum += task.join();
    return sum;
  });
  EXPECT_EQ(sum.join(), 6);
}

TEST(ThreadPool, NoMemoryIsAnException) {
  ThreadPool pool(1);
  for (int after = 0; after < 2; ++after) {
    NoMemory soon(after);
    EXPECT_THROW((void)pool.submit([] {}), std::bad_alloc);
  }
  EXPECT_EQ(pool.submit([] { return 1; }).join(), 1);
}

TEST(ThreadPoolThreads, ManySubmitAtOnce) {
  std::atomic<int> count = 0;
  ThreadPool pool(3);
  {
    std::vector<fearless::JoinHandle<void>> threads;
    for (int i = 0; i < 4; ++i)
      threads.push_back(fearless::spawn([&] {
        for (int n = 0; n < 500; ++n) {
          auto task = pool.submit([&count] { return ++count; });
          if (n % 3 == 0)
            EXPECT_GT(task.join(), 0);
          else if (n % 3 == 1)
            count += task.cancel() ? 1 : 0;
        }
      }));
  }
  pool.submit([] {}).join();
  while (count != 2000)
    std::this_thread::yield();
}

struct CopyThrows {
  CopyThrows() = default;
  CopyThrows(const CopyThrows &) { throw std::runtime_error("copied"); }
  CopyThrows(CopyThrows &&) = default;
  void operator()() const {}
};

TEST(ThreadPool, ACopyThatThrowsSubmitsNothing) {
  ThreadPool pool(1);
  const CopyThrows callable;
  EXPECT_THROW((void)pool.submit(callable), std::runtime_error);
  EXPECT_THROW((void)pool.submit([](const CopyThrows &) {}, callable),
               std::runtime_error);
  EXPECT_EQ(pool.submit([] { return 1; }).join(), 1);
}

/// Copies of the third item throw.
struct Item {
  int number;
  explicit Item(int number) : number(number) {}
  Item(Item &&) noexcept = default;
  Item(const Item &other) : number(other.number) {
    if (number == 3)
      throw std::runtime_error("copied");
  }
};

TEST(ThreadPoolMap, ACopyThatThrowsLeavesTheTasksBeforeToRun) {
  std::atomic<int> sum = 0;
  {
    std::vector<Item> items;
    for (int i = 1; i <= 5; ++i)
      items.emplace_back(i);
    ThreadPool pool(2);
    EXPECT_THROW(
        (void)pool.map(items, [&sum](const Item &item) { sum += item.number; }),
        std::runtime_error);
  }
  EXPECT_EQ(sum, 1 + 2);
}

TEST(ThreadPool, ATaskThatRunsEndsByItsStopToken) {
  ThreadPool pool(1);
  std::stop_source stop;
  auto [sender, started] = channel<int>();
  auto task = pool.submit(
      [sender = std::move(sender)](std::stop_token stop) {
        (void)sender.send(0);
        while (!stop.stop_requested())
          std::this_thread::yield();
        return 1;
      },
      stop.get_token());
  (void)started.recv();
  EXPECT_FALSE(task.cancel());
  stop.request_stop();
  EXPECT_EQ(task.join(), 1);
}

TEST(ThreadPool, WhatATaskDidIsSeenByWhoSeesItFinished) {
  int plain = 0; // before the pool: its tasks use it to the end
  ThreadPool pool(1);
  auto task = pool.submit([&plain] { plain = 1; });
  while (!task.is_finished())
    std::this_thread::yield();
  EXPECT_EQ(plain, 1);
  task.join();
}

TEST(ThreadPool, ATaskDoesNotWaitForItself) {
  ThreadPool pool(1);
  auto [sender, receiver] = channel<TaskHandle<void>>();
  auto [result, results] = channel<bool>();
  auto task = pool.submit(
      [receiver = std::move(receiver), result = std::move(result)]() mutable {
        try {
          receiver.recv()->join();
        } catch (const std::system_error &error) {
          (void)result.send(error.code() ==
                            std::errc::resource_deadlock_would_occur);
        }
      });
  EXPECT_TRUE(sender.send(std::move(task)));
  EXPECT_EQ(results.recv(), true);
}

} // namespace
