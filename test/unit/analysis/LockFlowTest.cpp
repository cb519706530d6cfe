//===-- LockFlowTest.cpp - What is held at named points -------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Analysed.h"

using namespace fearless;
using namespace fearless::test;


namespace {

using Names = std::vector<std::string>;

const char *const Header = R"(
unit src/a.cpp
record Account
  field mu_ : std::mutex :2:3
  field n_ : int :3:3
global g_mu : std::mutex :4:1
global g_flag : bool :5:1
function std::mutex::lock method
function std::mutex::unlock method
function std::lock_guard::lock_guard(std::mutex &) constructor owner std::lock_guard
function probe
)";

TEST(LockFlowTest, GuardHoldsUntilItDies) {
  Analysed A({std::string(Header) + R"(
body f :9:1
  local g : std::lock_guard
  block 0 -> exit
    call probe() :5:1
    construct std::lock_guard::lock_guard(&%g, &@g_mu) :6:1
    call probe() :7:1
    destroy std::lock_guard::~lock_guard(&%g) implicit :8:1
    call probe() :9:1
)"});
  EXPECT_EQ(A.heldAt("f", 5), Names{});
  EXPECT_EQ(A.heldAt("f", 7), Names{"g_mu"});
  EXPECT_EQ(A.heldAt("f", 9), Names{});
  EXPECT_EQ(A.findings(), Names{});
}

TEST(LockFlowTest, FlagCorrelatesLockAndUnlock) {
  Analysed A({std::string(Header) + R"(
body f :20:1
  block 0 -> 1 2
    assume @g_flag :10:1
  block 1 -> 2
    call std::mutex::lock(&@g_mu) :11:1
  block 2 -> 3 4
    call probe() :12:1
    assume @g_flag :13:1
  block 3 -> 4
    call std::mutex::unlock(&@g_mu) :14:1
  block 4 -> exit
    call probe() :15:1
)"});
  EXPECT_EQ(A.findings(), Names{});
}

TEST(LockFlowTest, UnrelatedFlagsDisagree) {
  Analysed A({std::string(Header) + R"(
global g_other : bool :6:1
body f :20:1
  block 0 -> 1 2
    assume @g_flag :10:1
  block 1 -> 2
    call std::mutex::lock(&@g_mu) :11:1
  block 2 -> 3 4
    assume @g_other :13:1
  block 3 -> 4
    call std::mutex::unlock(&@g_mu) :14:1
  block 4 -> exit
    call probe() :15:1
)"});
  EXPECT_EQ(A.findings(), (Names{"unlock-not-held 14"}));
}

TEST(LockFlowTest, EarlyReturnKeepsTheLock) {
  Analysed A({std::string(Header) + R"(
body f :20:1
  block 0 -> 1 2
    call std::mutex::lock(&@g_mu) :10:1
    assume @g_flag :11:1
  block 1 -> exit
    return :12:1
  block 2 -> exit
    call std::mutex::unlock(&@g_mu) :13:1
)"});
  EXPECT_EQ(A.findings(), (Names{"lock-leak 12"}));
}

TEST(LockFlowTest, WrapperIsASummaryNotAnError) {
  Analysed A({std::string(Header) + R"(
function Account::lock method
function Account::unlock method
function f(Account & a)
body Account::lock :10:1
  block 0 -> exit
    call std::mutex::lock(&$this*.Account::mu_) :10:1
body Account::unlock :11:1
  block 0 -> exit
    call std::mutex::unlock(&$this*.Account::mu_) :11:1
body f :20:1
  block 0 -> exit
    call Account::lock(&$a*) :13:1
    call probe() :14:1
    call Account::unlock(&$a*) :15:1
    call probe() :16:1
)"});
  EXPECT_EQ(A.findings(), Names{});
  ASSERT_EQ(A.summary("Account::lock").Outcomes.size(), 1u);
  EXPECT_EQ(A.summary("Account::lock").Outcomes[0].Nets.size(), 1u);
  EXPECT_EQ(A.heldAt("f", 14), Names{"Account::mu_"});
  EXPECT_EQ(A.heldAt("f", 16), Names{});
}

TEST(LockFlowTest, DoubleLockThroughACall) {
  Analysed A({std::string(Header) + R"(
function Account::get method
function Account::sum method
body Account::get :10:1
  local g : std::lock_guard
  block 0 -> exit
    construct std::lock_guard::lock_guard(&%g, &$this*.Account::mu_) :10:5
    destroy std::lock_guard::~lock_guard(&%g) implicit :10:9
body Account::sum :20:1
  local g : std::lock_guard
  block 0 -> exit
    construct std::lock_guard::lock_guard(&%g, &$this*.Account::mu_) :12:5
    call Account::get(&$this*) :13:5
    destroy std::lock_guard::~lock_guard(&%g) implicit :14:1
)"});
  EXPECT_EQ(A.findings(), (Names{"double-lock 13"}));
}

TEST(LockFlowTest, ExplicitThrowLeavesTheLockHeld) {
  Analysed A({std::string(Header) + R"(
body f :20:1
  block 0 -> 1 2
    call std::mutex::lock(&@g_mu) :10:1
    assume @g_flag :11:1
  block 1
    throw unwind exit :12:1
  block 2 -> exit
    call std::mutex::unlock(&@g_mu) :13:1
)"});
  EXPECT_EQ(A.findings(), (Names{"lock-leak 12"}));
}

} // namespace
