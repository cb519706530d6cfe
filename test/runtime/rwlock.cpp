//===-- rwlock.cpp - RwLock -----------------------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "fearless/rwlock.h"

#include "on_threads.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <thread>
#include <vector>

using fearless::PoisonError;
using fearless::RwLock;
using namespace std::chrono_literals;

namespace {

constinit RwLock<int> of_the_program(1);

TEST(RwLock, GivesItsValueThroughGuards) {
  const RwLock<std::string> name("a");
  name.write()->push_back('b');
  EXPECT_EQ(name.read()->size(), 2u);
  {
    auto guard = name.write();
    *guard += "c";
  }
  EXPECT_EQ(name.with_read([](const std::string &s) { return s; }), "abc");
  name.with_write([](std::string &s) { s.clear(); });
  EXPECT_TRUE(name.read()->empty());
  EXPECT_EQ(of_the_program.with_read([](const int &i) { return i; }), 1);
}

TEST(RwLock, ManyReadAtOnce) {
  const RwLock<int> lock(1);
  auto mine = lock.read();
  std::jthread other([&] {
    EXPECT_TRUE(lock.try_read());
    EXPECT_FALSE(lock.try_write());
    EXPECT_FALSE(lock.try_write_for(10ms));
    // The writer that gave up keeps nobody out.
    EXPECT_TRUE(lock.try_read());
  });
}

TEST(RwLock, OneWrites) {
  const RwLock<int> lock(1);
  auto mine = lock.write();
  std::jthread other([&] {
    EXPECT_FALSE(lock.try_read());
    EXPECT_FALSE(lock.try_read_for(10ms));
    EXPECT_FALSE(lock.try_read_until(std::chrono::system_clock::now() + 5ms));
    EXPECT_FALSE(lock.try_write_until(std::chrono::system_clock::now() + 5ms));
  });
}

TEST(RwLock, AWaitingWriterGoesFirst) {
  RwLock<int> lock(1);
  std::jthread writer;
  {
    auto mine = lock.read();
    writer = std::jthread([&] { lock.with_write([](int &v) { v = 2; }); });
    std::jthread other([&] {
      while (lock.try_read())
        std::this_thread::yield();
    });
  }
  writer.join();
  EXPECT_EQ(lock.get_mut(), 2);
}

TEST(RwLock, ReadersSeeWholeWrites) {
  struct Pair {
    int a = 0, b = 0;
  };
  RwLock<Pair> lock;
  on_threads(6, [&](int i) {
    for (int round = 0; round < 1000; ++round) {
      if (i < 2)
        lock.with_write([](Pair &pair) { ++pair.a, ++pair.b; });
      else if (i == 2)
        (void)lock.try_write_for(1us);
      else
        lock.with_read([](const Pair &pair) { EXPECT_EQ(pair.a, pair.b); });
    }
  });
  EXPECT_EQ(lock.get_mut().a, 2000);
}

TEST(RwLock, OnlyWritersPoison) {
  RwLock<int> lock(1);
  EXPECT_THROW(lock.with_read([](const int &) { throw 1; }), int);
  EXPECT_FALSE(lock.is_poisoned());
  EXPECT_THROW(lock.with_write([](int &) { throw 1; }), int);
  EXPECT_THROW((void)lock.read(), PoisonError);
  EXPECT_THROW((void)lock.write(), PoisonError);
  EXPECT_THROW((void)lock.try_read(), PoisonError);
  EXPECT_THROW((void)lock.try_write(), PoisonError);
  EXPECT_THROW((void)lock.get_mut(), PoisonError);
  *lock.write_ignoring_poison().operator->() = 1;
  lock.clear_poison();
  EXPECT_EQ(std::move(lock).into_inner(), 1);
}

} // namespace
