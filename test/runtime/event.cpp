//===-- event.cpp - Event -------------------------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "fearless/event.h"

#include "on_threads.h"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

using fearless::Event;
using namespace std::chrono_literals;

namespace {

constinit Event of_the_program;

TEST(Event, LetsAllGoOn) {
  const Event ready;
  int plain = 0;
  std::jthread other([&] {
    plain = 7;
    ready.set();
  });
  on_threads(10, [&](int i) {
    if (i % 2)
      ready.wait();
    else
      while (!ready.is_set())
        std::this_thread::yield();
    EXPECT_EQ(plain, 7);
  });
}

TEST(Event, IsSetOnceAndForAll) {
  of_the_program.set();
  of_the_program.set();
  of_the_program.wait();
  EXPECT_TRUE(of_the_program.is_set());
  EXPECT_TRUE(of_the_program.wait_for(0s));
}

TEST(Event, IsWaitedForUntilATime) {
  const Event ready;
  auto before = std::chrono::steady_clock::now();
  EXPECT_FALSE(ready.wait_for(10ms));
  EXPECT_FALSE(ready.wait_until(std::chrono::system_clock::now() + 5ms));
  EXPECT_GE(std::chrono::steady_clock::now() - before, 14ms);
  std::jthread other([&] { ready.set(); });
  EXPECT_TRUE(ready.wait_for(1h));
}

} // namespace
