//===-- LockOrderTest.cpp - Cycles, gates, readers, instances -------------===//
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
function pthread_mutex_lock(?) system
function pthread_mutex_unlock(?) system
function pthread_rwlock_rdlock(?) system
function pthread_rwlock_unlock(?) system
function pthread_create(?, ?, ?, ?) system
function pthread_join(?, ?) system
global a :1:1
global b :1:2
global c :1:3
global gate :1:4
global rw :1:5
)";

/// A function that takes the locks in turn, one line each, and gives them back.
std::string taker(const std::string &Name, unsigned Line, Names Locks) {
  std::string Text = "body " + Name + " :" + std::to_string(Line + 9) +
                     ":1\n  block 0 -> exit\n";
  for (const std::string &L : Locks)
    Text += "    call pthread_mutex_lock(&@" + L + ") -> call#" +
            std::to_string(Line) + " detail " + std::to_string(Line) + " :" +
            std::to_string(Line) + ":1\n",
        ++Line;
  for (auto L = Locks.rbegin(); L != Locks.rend(); ++L)
    Text += "    call pthread_mutex_unlock(&@" + *L + ") :" +
            std::to_string(Line++) + ":1\n";
  return Text;
}

std::string unit(const std::string &File) {
  return "unit " + File + " c\n" + Header;
}

TEST(LockOrderTest, OppositeOrdersInTwoUnits) {
  Analysed A({unit("x.c") + taker("f", 10, {"a", "b"}),
              unit("y.c") + taker("g", 20, {"b", "a"})});
  EXPECT_EQ(A.findings(), (Names{"lock-order 21"}));
}

TEST(LockOrderTest, OneOrderIsFine) {
  Analysed A({unit("x.c") + taker("f", 10, {"a", "b"}),
              unit("y.c") + taker("g", 20, {"a", "b"})});
  EXPECT_EQ(A.findings(), Names{});
}

TEST(LockOrderTest, CycleOfThree) {
  Analysed A({unit("x.c") + taker("f", 10, {"a", "b"}) +
              taker("g", 20, {"b", "c"}) + taker("h", 30, {"c", "a"})});
  EXPECT_EQ(A.findings(), (Names{"lock-order 31"}));
}

TEST(LockOrderTest, CommonGateMakesItRight) {
  Analysed A({unit("x.c") + taker("f", 10, {"gate", "a", "b"}) +
              taker("g", 20, {"gate", "b", "a"})});
  EXPECT_EQ(A.findings(), Names{});
}

TEST(LockOrderTest, OneThreadCannotDeadlockWithItself) {
  std::string Main = R"(
function main main
body main :9:1
  block 0 -> exit
    call f() :5:1
    call g() :6:1
)";
  Analysed A({unit("x.c") + Main + taker("f", 10, {"a", "b"}) +
              taker("g", 20, {"b", "a"})});
  EXPECT_EQ(A.findings(), Names{});
}

std::string twoThreads(const std::string &Middle) {
  return R"(
function main main
function f(?)
function g(?)
body main :9:1
  local t1
  local t2
  block 0 -> exit
    call pthread_create(&%t1, 0, fn f, 0) :3:1
)" + Middle +
         R"(
    call pthread_create(&%t2, 0, fn g, 0) :5:1
    call pthread_join(%t2, 0) :7:1
)";
}

TEST(LockOrderTest, ThreadsThatOverlap) {
  Analysed A({unit("x.c") + twoThreads("") + taker("f", 10, {"a", "b"}) +
              taker("g", 20, {"b", "a"})});
  EXPECT_EQ(A.findings(), (Names{"lock-order 21"}));
}

TEST(LockOrderTest, ThreadsOneAfterTheOther) {
  Analysed A({unit("x.c") +
              twoThreads("    call pthread_join(%t1, 0) :4:1") +
              taker("f", 10, {"a", "b"}) + taker("g", 20, {"b", "a"})});
  EXPECT_EQ(A.findings(), Names{});
}

TEST(LockOrderTest, ResultDoesNotDependOnTheOrderOfUnits) {
  std::string X = unit("x.c") + taker("f", 10, {"a", "b"}),
              Y = unit("y.c") + taker("g", 20, {"b", "a"});
  Analysed One({X, Y}), Two({Y, X});
  auto Report = [](const Analysed &A) {
    rules::Report R = rules::run(A.Program, A.Models, rules::Options());
    std::string Text = R.LockGraphDot;
    for (const findings::Finding &F : R.All) {
      Text += F.Message;
      for (const findings::Note &N : F.Notes)
        Text += N.Where.File + std::to_string(N.Where.Line) + N.Text;
    }
    return Text;
  };
  EXPECT_EQ(Report(One), Report(Two));
}

} // namespace
