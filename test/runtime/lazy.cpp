//===-- lazy.cpp - LazyLock -----------------------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "fearless/lazy.h"

#include "on_threads.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <string>

using fearless::LazyLock;
using fearless::PoisonError;

namespace {

constinit LazyLock of_the_program([] { return std::string("made"); });

TEST(LazyLock, IsMadeWhenItIsFirstAskedFor) {
  int made = 0;
  LazyLock number([&made] { return ++made; });
  EXPECT_EQ(made, 0);
  EXPECT_EQ(*number, 1);
  EXPECT_EQ(number.get(), 1);
  EXPECT_EQ(of_the_program->size(), 4u);
}

TEST(LazyLock, IsMadeOnce) {
  std::atomic<int> made = 0;
  LazyLock text([&made] { return std::to_string(++made); });
  on_threads(8, [&](int) { EXPECT_EQ(*text, "1"); });
  EXPECT_EQ(made, 1);
}

TEST(LazyLock, IsPoisonedByAnException) {
  LazyLock<int> number([]() -> int { throw std::runtime_error("x"); });
  EXPECT_THROW(number.get(), std::runtime_error);
  EXPECT_THROW(number.get(), PoisonError);
}

} // namespace
