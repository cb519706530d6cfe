//===-- thread.cpp - spawn, JoinHandle, Builder ---------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include <fearless/channel.h>
#include <fearless/thread.h>

#include <gtest/gtest.h>

#include <atomic>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <string>
#include <system_error>
#include <vector>

#if defined(__linux__)
#include <pthread.h>
#endif

namespace {

using fearless::Builder;
using fearless::JoinHandle;
using fearless::spawn;

static_assert(!std::is_copy_constructible_v<JoinHandle<int>>);
static_assert(fearless::Send<JoinHandle<int>>);

TEST(Spawn, JoinReturnsWhatTheThreadReturned) {
  auto answer = spawn([] { return 42; });
  auto text = spawn([](std::string a, int b) { return a + std::to_string(b); },
                    std::string("n = "), 3);
  auto nothing = spawn([] {});
  EXPECT_EQ(answer.join(), 42);
  EXPECT_EQ(text.join(), "n = 3");
  nothing.join();
}

TEST(Spawn, JoinThrowsWhatTheThreadThrew) {
  auto handle = spawn([]() -> int { throw std::runtime_error("no"); });
  EXPECT_THROW(handle.join(), std::runtime_error);
}

TEST(Spawn, ArgumentsAndResultsMayBeMovedOnly) {
  auto handle = spawn(
      [](std::unique_ptr<int> value) {
        ++*value;
        return value;
      },
      std::make_unique<int>(1));
  EXPECT_EQ(*handle.join(), 2);
}

TEST(Spawn, MembersAreCalledAsWell) {
  auto handle = spawn(&std::string::size, std::string("four"));
  EXPECT_EQ(handle.join(), 4u);
}

TEST(JoinHandle, WaitsForItsThreadWhenItEnds) {
  std::atomic<bool> done = false;
  {
    auto handle = spawn([&done] {
      std::this_thread::yield();
      done = true;
    });
  }
  EXPECT_TRUE(done);
  {
    auto ignored = spawn([] { throw std::runtime_error("unseen"); });
  }
}

TEST(JoinHandle, IsEmptyAfterItsUse) {
  auto handle = spawn([] { return 1; });
  EXPECT_TRUE(handle.joinable());
  auto other = std::move(handle);
  EXPECT_FALSE(handle.joinable());
  other.join();
  EXPECT_FALSE(other.joinable());
  try {
    other.join();
    FAIL();
  } catch (const std::system_error &error) {
    EXPECT_EQ(error.code(), std::errc::invalid_argument);
  }
}

TEST(JoinHandle, AssignmentWaitsForTheOldThread) {
  std::atomic<int> ended = 0;
  auto handle = spawn([&ended] { ++ended; });
  handle = spawn([&ended] { ++ended; });
  EXPECT_GE(ended, 1);
  handle.join();
  EXPECT_EQ(ended, 2);
}

TEST(JoinHandle, TellsWhetherItsThreadIsDone) {
  auto [sender, receiver] = fearless::channel<int>();
  auto handle = spawn([receiver = std::move(receiver)]() mutable { //
    return receiver.recv();
  });
  EXPECT_FALSE(handle.is_finished());
  EXPECT_TRUE(sender.send(1));
  while (!handle.is_finished())
    std::this_thread::yield();
  EXPECT_EQ(handle.join(), 1);
}

TEST(JoinHandle, DetachLetsTheThreadGo) {
  auto [sender, receiver] = fearless::channel<int>();
  auto handle = spawn([sender = std::move(sender)] { (void)sender.send(1); });
  handle.detach();
  EXPECT_FALSE(handle.joinable());
  EXPECT_EQ(receiver.recv(), 1);
  EXPECT_EQ(receiver.recv(), std::nullopt);
}

TEST(JoinHandle, AThreadDoesNotWaitForItself) {
  auto [sender, receiver] = fearless::channel<JoinHandle<int>>();
  auto [result, results] = fearless::channel<bool>();
  auto handle = spawn(
      [receiver = std::move(receiver), result = std::move(result)]() mutable {
        auto myself = receiver.recv();
        try {
          return myself->join();
        } catch (const std::system_error &error) {
          (void)result.send(error.code() ==
                            std::errc::resource_deadlock_would_occur);
          return 0; // and the handle ends here, without waiting
        }
      });
  EXPECT_TRUE(sender.send(std::move(handle)));
  EXPECT_EQ(results.recv(), true);
  EXPECT_EQ(results.recv(), std::nullopt);
}

TEST(Spawn, TheCallableEndsOnItsThreadBeforeTheJoin) {
  // The thread holds the last sender: the loop ends without a join.
  auto [sender, receiver] = fearless::channel<int>();
  auto handle = spawn([sender = std::move(sender)] {
    for (int i = 0; i < 10; ++i)
      (void)sender.send(i);
  });
  int count = 0;
  for (int value : receiver)
    count += value >= 0;
  EXPECT_EQ(count, 10);
  handle.join();
}

#if defined(__linux__)
TEST(Builder, NamesThreads) {
  auto name = [] {
    char name[16] = {};
    pthread_getname_np(pthread_self(), name, sizeof name);
    return std::string(name);
  };
  EXPECT_EQ(Builder().name("worker").spawn(name).join(), "worker");
  EXPECT_EQ(Builder().name("a name that is too long").spawn(name).join(),
            "a name that is ");
}

TEST(Builder, GivesThreadsTheirStack) {
  auto size = [] {
    pthread_attr_t attributes;
    pthread_getattr_np(pthread_self(), &attributes);
    std::size_t size = 0;
    pthread_attr_getstacksize(&attributes, &size);
    pthread_attr_destroy(&attributes);
    return size;
  };
  const std::size_t wanted = (3 << 20) + 1;
  EXPECT_GE(Builder().stack_size(wanted).spawn(size).join(), wanted);
  EXPECT_GT(Builder().stack_size(1).spawn(size).join(), 1u);
}

TEST(Builder, AStackThatCannotBeIsAnError) {
  EXPECT_THROW((void)Builder().stack_size(std::size_t(1) << 60).spawn([] {}),
               std::system_error);
}
#endif

struct CopyThrows {
  CopyThrows() = default;
  CopyThrows(const CopyThrows &) { throw std::runtime_error("copied"); }
  void operator()() const {}
};

TEST(Spawn, ACopyThatThrowsStartsNothing) {
  const CopyThrows callable;
  EXPECT_THROW((void)spawn(callable), std::runtime_error);
}

TEST(SpawnThreads, Thousands) {
  std::atomic<int> count = 0;
  for (int round = 0; round < 20; ++round) {
    std::vector<JoinHandle<int>> handles;
    for (int i = 0; i < 100; ++i)
      handles.push_back(spawn([&count, i] {
        ++count;
        return i;
      }));
    for (int i = 0; i < 100; ++i)
      ASSERT_EQ(handles[i].join(), i);
  }
  EXPECT_EQ(count, 2000);
}

TEST(JoinHandle, WhatTheThreadDidIsSeenByWhoSeesItFinished) {
  auto plain = std::make_shared<int>(0);
  auto handle = spawn([plain] { *plain = 1; });
  while (!handle.is_finished())
    std::this_thread::yield();
  EXPECT_EQ(*plain, 1);
}

/// May be moved so often.
struct MoveThrows {
  explicit MoveThrows(int moves) : moves(moves) {}
  MoveThrows(MoveThrows &&other) : moves(other.moves - 1) {
    if (moves < 0)
      throw std::runtime_error("moved");
  }
  int moves;
};

TEST(JoinHandle, AResultThatCannotBeMovedIsAnException) {
  for (int moves = 0; moves < 3; ++moves) {
    auto handle = spawn([moves] { return MoveThrows(moves); });
    int left = -1;
    try {
      left = handle.join().moves;
    } catch (const std::runtime_error &) {
    }
    EXPECT_EQ(left, moves < 2 ? -1 : 0); // into its place, and out of it
  }
}

} // namespace
