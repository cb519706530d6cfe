//===-- explorer.cpp - The explorer finds what it should ------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "fearless/detail/seam.h"

#include <gtest/gtest.h>

#include <memory>

using fearless::detail::word;
using schedule::explore;
using schedule::program;

namespace {

struct Shared {
  word flag, other;
  schedule::plain<int> value;
  std::uint32_t seen[2] = {};
};

bool finds(const program<Shared> &what, const std::string &fault) {
  return explore({}, what).fault.find(fault) != std::string::npos;
}
void write(Shared &shared) { shared.value.write(1); }

TEST(Explorer, FindsARace) {
  auto read = [](Shared &shared) { shared.value.read(); };
  EXPECT_TRUE(finds({{write, write}}, "two writes"));
  EXPECT_TRUE(finds({{write, read}}, "data race"));
  EXPECT_FALSE(finds({{read, read}}, "data race"));
}

TEST(Explorer, FindsAWriteAfterTheRelease) {
  auto late = [](Shared &shared) {
    shared.flag.store(1, std::memory_order_release);
    shared.value.write(1);
  };
  auto read = [](Shared &shared) {
    if (shared.flag.load(std::memory_order_acquire))
      shared.value.read();
  };
  EXPECT_TRUE(finds({{late, read}}, "data race"));
}

TEST(Explorer, FindsAnEndBeforeTheLastUse) {
  struct Owned {
    std::unique_ptr<word> flag = std::make_unique<word>(0);
    void use_and_end(std::memory_order order) {
      if (flag->fetch_add(1, order) == 1)
        flag = nullptr;
    }
  };
  auto last_ends = [](std::memory_order order) {
    auto use = [order](Owned &shared) { shared.use_and_end(order); };
    return explore({}, program<Owned>{{use, use}}).fault;
  };
  EXPECT_EQ(last_ends(std::memory_order_acq_rel), "");
  EXPECT_NE(last_ends(std::memory_order_acquire), "");
}

TEST(Explorer, FindsADeadlockAndALostWake) {
  auto sleep = [](Shared &shared) { wait(shared.flag, 0); };
  auto wake = [](Shared &shared) {
    wake_one(shared.flag);
    shared.flag.store(1);
  };
  EXPECT_TRUE(finds({{sleep}}, "deadlock"));
  EXPECT_TRUE(finds({{sleep, wake}}, "deadlock"));
}

TEST(Explorer, LetsLoadsSeeOldStores) {
  auto store = [](Shared &shared) {
    shared.flag.store(1, std::memory_order_relaxed);
    shared.other.store(1, std::memory_order_relaxed);
  };
  auto load = [](Shared &shared) {
    shared.seen[0] = shared.other.load(std::memory_order_relaxed);
    shared.seen[1] = shared.flag.load(std::memory_order_relaxed);
  };
  auto in_order = [](Shared &shared) {
    return shared.seen[0] <= shared.seen[1];
  };
  EXPECT_TRUE(finds({{store, load}, in_order}, "the end"));
}

TEST(Explorer, KeepsTheOrderOfStrictOperations) {
  const auto store_and_look = [](std::memory_order order) {
    return program<Shared>{
        {[order](Shared &shared) {
           shared.flag.fetch_add(1, order);
           shared.seen[0] = shared.other.load(order);
         },
         [order](Shared &shared) {
           shared.other.fetch_add(1, order);
           shared.seen[1] = shared.flag.load(order);
         }},
        [](Shared &shared) { return shared.seen[0] || shared.seen[1]; }};
  };
  EXPECT_FALSE(finds(store_and_look(std::memory_order_seq_cst), "the end"));
  EXPECT_TRUE(finds(store_and_look(std::memory_order_acquire), "the end"));
}

TEST(Explorer, LetsAWaitSeeAnOldStoreUntilTheWake) {
  auto sleep = [](Shared &shared) { wait(shared.flag, 0); };
  auto wake = [](Shared &shared) {
    shared.flag.store(1, std::memory_order_relaxed);
    wake_one(shared.flag);
  };
  auto forget_to_wake = [](Shared &shared) {
    shared.flag.store(1, std::memory_order_relaxed);
  };
  EXPECT_FALSE(finds({{sleep, wake}}, "deadlock"));
  EXPECT_TRUE(finds({{forget_to_wake, sleep}}, "deadlock"));
}

} // namespace
