//===-- channel.cpp - channel: values handed from thread to thread --------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include <fearless/channel.h>

#include "no_memory.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <deque>
#include <memory>
#include <random>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace std::chrono_literals;
using fearless::channel;
using fearless::Receiver;
using fearless::Sender;
using fearless::SharedReceiver;

static_assert(fearless::Send<Sender<int>> && fearless::Sync<Sender<int>>);
static_assert(fearless::Send<Receiver<int>> && !fearless::Sync<Receiver<int>>);
static_assert(fearless::Sync<SharedReceiver<int>>);
static_assert(!std::is_copy_constructible_v<Receiver<int>>);

TEST(Channel, WhatIsSentIsReceivedInOrder) {
  auto [sender, receiver] = channel<std::string>();
  EXPECT_TRUE(sender.send("one"));
  EXPECT_TRUE(sender.try_send("two"));
  EXPECT_EQ(receiver.recv(), "one");
  EXPECT_EQ(receiver.try_recv().value(), "two");
}

TEST(Channel, EmptyIsNotDisconnected) {
  auto [sender, receiver] = channel<int>();
  auto found = receiver.try_recv();
  EXPECT_FALSE(found);
  EXPECT_TRUE(found.empty());
  EXPECT_FALSE(found.disconnected());
  { auto gone = std::move(sender); }
  found = receiver.try_recv();
  EXPECT_FALSE(found.empty());
  EXPECT_TRUE(found.disconnected());
}

TEST(Channel, TheEndComesBehindTheLastValue) {
  auto [sender, receiver] = channel<int>();
  {
    auto other = sender;
    auto last = std::move(sender);
    EXPECT_TRUE(other.send(1));
    EXPECT_TRUE(last.send(2));
  }
  EXPECT_EQ(receiver.recv(), 1);
  EXPECT_EQ(receiver.recv(), 2);
  EXPECT_EQ(receiver.recv(), std::nullopt);
  EXPECT_EQ(receiver.recv(), std::nullopt); // and stays
}

TEST(Channel, WithoutAReceiverTheValueComesBack) {
  auto [sender, receiver] = channel<std::unique_ptr<int>>();
  { auto gone = std::move(receiver); }
  auto result = sender.send(std::make_unique<int>(7));
  EXPECT_FALSE(result);
  EXPECT_TRUE(result.disconnected());
  EXPECT_FALSE(result.full());
  EXPECT_EQ(*std::move(result).value(), 7);
}

TEST(Channel, IterationEndsWithTheLastSender) {
  auto [sender, receiver] = channel<int>();
  std::thread thread([sender = std::move(sender)] {
    for (int i = 0; i < 1000; ++i)
      EXPECT_TRUE(sender.send(i));
  });
  int next = 0;
  for (auto &value : receiver)
    EXPECT_EQ(value, next++);
  EXPECT_EQ(next, 1000);
  thread.join();
}

TEST(Channel, AFullOneHandsTheValueBack) {
  auto [sender, receiver] = channel<std::string>(2);
  EXPECT_TRUE(sender.try_send("a"));
  EXPECT_TRUE(sender.try_send("b"));
  auto result = sender.try_send("c");
  EXPECT_TRUE(result.full());
  EXPECT_FALSE(result.disconnected());
  EXPECT_EQ(result.value(), "c");
  EXPECT_EQ(receiver.recv(), "a");
  EXPECT_TRUE(sender.try_send("c"));
}

TEST(Channel, SendWaitsForAPlace) {
  auto [sender, receiver] = channel<int>(1);
  std::thread thread([sender = std::move(sender)] {
    for (int i = 0; i < 1000; ++i)
      EXPECT_TRUE(sender.send(i));
  });
  std::this_thread::sleep_for(5ms);
  for (int i = 0; i < 1000; ++i)
    EXPECT_EQ(receiver.recv(), i);
  thread.join();
}

TEST(Channel, ASenderThatWaitsLearnsOfTheEnd) {
  auto [sender, receiver] = channel<int>(1);
  EXPECT_TRUE(sender.send(1));
  std::thread thread([sender = std::move(sender)] {
    EXPECT_TRUE(sender.send(2).disconnected());
  });
  std::this_thread::sleep_for(5ms);
  { auto gone = std::move(receiver); }
  thread.join();
}

TEST(Channel, ARendezvousIsRefused) {
  EXPECT_THROW((void)channel<int>(0), std::invalid_argument);
  EXPECT_THROW((void)channel<int>(std::size_t(1) << 31), std::invalid_argument);
}

TEST(Channel, WaitingEndsWithItsTime) {
  auto [sender, receiver] = channel<int>();
  const auto start = std::chrono::steady_clock::now();
  EXPECT_TRUE(receiver.recv_timeout(20ms).empty());
  EXPECT_GE(std::chrono::steady_clock::now() - start, 20ms);
  EXPECT_TRUE(receiver.recv_timeout(-1ms).empty());

  EXPECT_TRUE(sender.send(1)); // into the slot that was waited for
  EXPECT_EQ(receiver.recv_timeout(std::chrono::hours::max()).value(), 1);
  { auto gone = std::move(sender); }
  EXPECT_TRUE(receiver.recv_timeout(1h).disconnected());
}

TEST(Channel, ValuesThatNobodyReceivesEnd) {
  auto counted = std::make_shared<int>(1);
  {
    auto [sender, receiver] = channel<std::shared_ptr<int>>();
    for (int i = 0; i < 100; ++i)
      EXPECT_TRUE(sender.send(counted));
    EXPECT_EQ(counted.use_count(), 101);
    { auto gone = std::move(receiver); }
    EXPECT_EQ(counted.use_count(), 1);
  }
  auto [sender, receiver] = channel<std::shared_ptr<int>>();
  EXPECT_TRUE(sender.send(counted));
  { auto gone = std::move(sender); }
  { auto gone = std::move(receiver); }
  EXPECT_EQ(counted.use_count(), 1);
}

TEST(Channel, HandlesAreAssigned) {
  auto [sender, receiver] = channel<int>();
  auto [other, others] = channel<int>();
  other = sender; // the last sender of the other channel is gone
  EXPECT_EQ(others.recv(), std::nullopt);
  EXPECT_TRUE(other.send(1));
  others = std::move(receiver);
  EXPECT_EQ(others.recv(), 1);
}

TEST(Channel, NoMemoryLeavesAllAsItWas) {
  auto first = std::make_unique<int>(-1);
  auto [sender, receiver] = channel<int>(100);
  for (int i = 0; i < 30; ++i)
    EXPECT_TRUE(sender.send(i));
  {
    NoMemory none;
    EXPECT_THROW((void)sender.send(30), std::bad_alloc); // needs a block
  }
  for (int i = 30; i < 100; ++i)
    EXPECT_TRUE(sender.try_send(i)); // the place was given back
  EXPECT_TRUE(sender.try_send(100).full());
  for (int i = 0; i < 100; ++i)
    EXPECT_EQ(receiver.recv(), i);
  for (int after = 0; after < 2; ++after) {
    NoMemory soon(after);
    EXPECT_THROW((void)channel<int>(), std::bad_alloc);
  }
}

TEST(SharedReceiver, EachValueGoesToOne) {
  auto [sender, receiver] = channel<int>();
  auto shared = std::move(receiver).share();
  auto other = shared;
  EXPECT_TRUE(sender.send(1));
  EXPECT_TRUE(sender.send(2));
  EXPECT_EQ(shared.recv(), 1);
  EXPECT_EQ(other.try_recv().value(), 2);
  EXPECT_TRUE(other.recv_timeout(1ms).empty());
  { auto gone = std::move(shared); }
  EXPECT_TRUE(sender.send(3)); // one is left
  { auto gone = std::move(other); }
  EXPECT_TRUE(sender.send(4).disconnected());
}

TEST(SharedReceiver, AllWhoWaitLearnOfTheEnd) {
  auto [sender, receiver] = channel<int>();
  auto shared = std::move(receiver).share();
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([shared] { EXPECT_EQ(shared.recv(), std::nullopt); });
  std::this_thread::sleep_for(5ms);
  { auto gone = std::move(sender); }
  for (auto &thread : threads)
    thread.join();
}

TEST(SharedReceiver, OneWakeUpIsPassedOn) {
  // All wait for one slot; of two values sent at once both find a thread.
  for (int round = 0; round < 200; ++round) {
    auto [sender, receiver] = channel<int>();
    auto shared = std::move(receiver).share();
    std::vector<std::thread> threads;
    for (int i = 0; i < 3; ++i)
      threads.emplace_back([shared] { EXPECT_TRUE(shared.recv()); });
    std::this_thread::yield();
    for (int i = 0; i < 3; ++i)
      EXPECT_TRUE(sender.send(i));
    for (auto &thread : threads)
      thread.join();
  }
}

/// Sends numbered values from many threads and checks that each arrives once
/// and, where one thread receives, in its sender's order.
struct Numbered {
  int sender;
  int number;
};

template <class Receive>
void many_to_many(fearless::Channel<std::unique_ptr<Numbered>> both,
                  Receive receive_all) {
  constexpr int senders = 4, each = 3000;
  std::vector<std::thread> threads;
  for (int s = 0; s < senders; ++s)
    threads.emplace_back([s, sender = both.sender] {
      for (int i = 0; i < each; ++i)
        ASSERT_TRUE(sender.send(std::make_unique<Numbered>(Numbered{s, i})));
    });
  { auto gone = std::move(both.sender); }
  EXPECT_EQ(receive_all(std::move(both.receiver)), senders * each);
  for (auto &thread : threads)
    thread.join();
}

int receive_in_order(Receiver<std::unique_ptr<Numbered>> receiver) {
  int next[4] = {}, count = 0;
  for (auto &value : receiver) {
    EXPECT_EQ(value->number, next[value->sender]++);
    ++count;
  }
  return count;
}

int receive_together(Receiver<std::unique_ptr<Numbered>> receiver) {
  auto shared = std::move(receiver).share();
  std::atomic<int> count = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i)
    threads.emplace_back([shared, &count] {
      while (shared.recv_timeout(10s))
        ++count;
    });
  for (auto &thread : threads)
    thread.join();
  return count;
}

TEST(ChannelThreads, ManySendersOneReceiver) {
  many_to_many(channel<std::unique_ptr<Numbered>>(), receive_in_order);
  many_to_many(channel<std::unique_ptr<Numbered>>(1), receive_in_order);
  many_to_many(channel<std::unique_ptr<Numbered>>(40), receive_in_order);
}

TEST(ChannelThreads, ManySendersManyReceivers) {
  many_to_many(channel<std::unique_ptr<Numbered>>(), receive_together);
  many_to_many(channel<std::unique_ptr<Numbered>>(1), receive_together);
  many_to_many(channel<std::unique_ptr<Numbered>>(40), receive_together);
}

TEST(ChannelThreads, TheReceiverGoesWhileOthersSend) {
  for (int round = 0; round < 100; ++round) {
    auto [sender, receiver] = channel<std::unique_ptr<int>>();
    std::vector<std::thread> threads;
    for (int i = 0; i < 3; ++i)
      threads.emplace_back([sender = sender] {
        while (sender.send(std::make_unique<int>(1)))
          ;
      });
    for (int i = 0; i < 50; ++i)
      EXPECT_TRUE(receiver.recv());
    { auto gone = std::move(receiver); }
    for (auto &thread : threads)
      thread.join();
  }
}

TEST(ChannelThreads, AThousandSenders) {
  auto [sender, receiver] = channel<int>(8);
  std::vector<std::thread> threads;
  for (int i = 0; i < 1000; ++i)
    threads.emplace_back([sender = sender, i] { (void)sender.send(i); });
  { auto gone = std::move(sender); }
  long sum = 0;
  for (int value : receiver)
    sum += value;
  EXPECT_EQ(sum, 999 * 1000 / 2);
  for (auto &thread : threads)
    thread.join();
}

/// A channel does what a queue with a bound does, whatever is done in which
/// order.
TEST(ChannelModel, BehavesAsAQueue) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    std::mt19937 random(seed);
    const std::size_t places = 1 + random() % 70;
    auto [first, receiver] = channel<int>(places);
    std::vector<Sender<int>> senders{std::move(first)};
    std::deque<int> model;
    for (int step = 0; step < 400; ++step) {
      switch (random() % 8) {
      case 0:
      case 1:
      case 2:
        if (!senders.empty()) {
          const auto result = senders[random() % senders.size()].try_send(step);
          ASSERT_EQ(result.full(), model.size() == places);
          if (result)
            model.push_back(step);
        }
        break;
      case 3:
        if (!senders.empty() && senders.size() < 5)
          senders.push_back(senders.back());
        break;
      case 4:
        if (!senders.empty() && random() % 4 == 0)
          senders.pop_back();
        break;
      default: {
        const auto wait = random() % 16 == 0;
        auto found = wait ? receiver.recv_timeout(10us) : receiver.try_recv();
        if (!model.empty()) {
          ASSERT_EQ(found.value(), model.front());
          model.pop_front();
        } else {
          ASSERT_EQ(found.disconnected(), senders.empty());
          ASSERT_EQ(found.empty(), !senders.empty());
        }
      }
      }
    }
  }
}

TEST(SharedReceiver, IterationEndsWithTheLastSender) {
  auto [sender, receiver] = channel<int>();
  const auto shared = std::move(receiver).share();
  std::atomic<int> sum = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i)
    threads.emplace_back([shared, &sum] {
      for (int value : shared)
        sum += value;
    });
  for (int i = 0; i < 1000; ++i)
    EXPECT_TRUE(sender.send(i));
  { auto gone = std::move(sender); }
  for (auto &thread : threads)
    thread.join();
  EXPECT_EQ(sum, 999 * 1000 / 2);
}

TEST(Channel, AValueThatIsNotSentStaysOneThatIsSentIsGone) {
  auto [sender, receiver] = channel<std::unique_ptr<int>>(1);
  auto first = std::make_unique<int>(1), second = std::make_unique<int>(2);
  EXPECT_TRUE(sender.try_send(std::move(first)));
  EXPECT_EQ(first, nullptr);
  auto result = sender.try_send(std::move(second));
  EXPECT_TRUE(result.full());
  EXPECT_EQ(*result.value(), 2); // it is the result's, not the caller's
  EXPECT_EQ(second, nullptr);
}

} // namespace
