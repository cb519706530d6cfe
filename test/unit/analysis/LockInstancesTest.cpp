//===-- LockInstancesTest.cpp - Whether locks of one name are one ---------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Touched.h"

using namespace fearless;
using namespace fearless::test;

namespace {

/// Who changes what under which lock; each function is a thread's.
const char *const Text = R"(unit a.c c
function pthread_create(?, ?, ?, ?) system
function pthread_mutex_lock(?) system
function pthread_mutex_unlock(?) system
record job :1:1
  field n : int :1:2
  field mu : pthread_mutex_t :1:3
global locks : pthread_mutex_t [] :2:1
global slots : int [] :3:1
global first : job :4:1
global second : job :5:1
function own(int i) -> void * :10:1
function next(int i) -> void * :20:1
function constants() -> void * :30:1
function objects(job * a, job * b) :40:1
function begin(void * j) -> void * :60:1
function main() -> int main :70:1

body own :19:1
  block 0 -> exit
    call pthread_mutex_lock(&@locks[add($i, 0)]) :11:1
    write @slots[add($i, 0)] :12:1
    call pthread_mutex_unlock(&@locks[add($i, 0)]) :13:1
    return 0 :19:1

body next :29:1
  block 0 -> exit
    call pthread_mutex_lock(&@locks[add($i, 0)]) :21:1
    write @slots[add($i, 1)] :22:1
    call pthread_mutex_unlock(&@locks[add($i, 0)]) :23:1
    call pthread_mutex_lock(&@locks[add($i, 1)]) :24:1
    write @slots[add($i, 1)] :25:1
    call pthread_mutex_unlock(&@locks[add($i, 1)]) :26:1
    return 0 :29:1

body constants :39:1
  block 0 -> exit
    call pthread_mutex_lock(&@locks[0]) :31:1
    write @slots[0] :32:1
    call pthread_mutex_unlock(&@locks[0]) :33:1
    call pthread_mutex_lock(&@locks[1]) :34:1
    write @slots[0] :35:1
    call pthread_mutex_unlock(&@locks[1]) :36:1
    return 0 :39:1

body objects :49:1
  block 0 -> exit
    call pthread_mutex_lock(&$a*.job::mu) :41:1
    write $a*.job::n :42:1
    call pthread_mutex_unlock(&$a*.job::mu) :43:1
    call pthread_mutex_lock(&$b*.job::mu) :44:1
    write $a*.job::n :45:1
    call pthread_mutex_unlock(&$b*.job::mu) :46:1
    call pthread_mutex_lock(&@first.job::mu) :47:1
    write @second.job::n :48:1
    call pthread_mutex_unlock(&@first.job::mu) :48:2
    call pthread_mutex_lock(&@second.job::mu) :49:1
    write @second.job::n :50:1
    call pthread_mutex_unlock(&@second.job::mu) :50:2

body begin :69:1
  block 0 -> exit
    call objects(&@first, &@second) :61:1
    return 0 :69:1

body main :79:1
  local t : long address_taken :71:1
  block 0 -> exit
    call pthread_create(&%t, 0, fn own, opaque) -> call#0 :72:1
    call pthread_create(&%t, 0, fn next, opaque) -> call#1 detail 1 :73:1
    call pthread_create(&%t, 0, fn constants, 0) -> call#2 detail 2 :74:1
    call pthread_create(&%t, 0, fn begin, 0) -> call#3 detail 3 :75:1
    return 0 :79:1
)";

class LockInstancesTest : public testing::Test {
protected:
  /// The lock that both hold is the only one that the first does.
  bool mayBeOne(unsigned Line, unsigned Other) {
    auto A = holder(Line), B = holder(Other);
    if (!A.State || A.State->Held.size() != 1) {
      ADD_FAILURE() << "line " << Line;
      return false;
    }
    const analysis::LockKeys &Keys = Program.Result->keys();
    return Program.Locks.mayBeOne(Keys.key(A.State->Held[0], A.At.Body), A, B);
  }
  analysis::LockInstances::Holder holder(unsigned Line) {
    return Program.holder(Line < 20   ? "own"
                          : Line < 30 ? "next"
                          : Line < 40 ? "constants"
                                      : "objects",
                          Line);
  }
  Touched Program{Text};
};

TEST_F(LockInstancesTest, ConstantIndices) {
  EXPECT_TRUE(mayBeOne(32, 32));
  EXPECT_FALSE(mayBeOne(32, 35));
}

TEST_F(LockInstancesTest, TheIndexBesideThatOfTheData) {
  EXPECT_TRUE(mayBeOne(12, 12));
  EXPECT_TRUE(mayBeOne(12, 25));
  EXPECT_FALSE(mayBeOne(12, 22)); // slots[i + 1] under locks[i].
  EXPECT_FALSE(mayBeOne(25, 22));
}

TEST_F(LockInstancesTest, AnIndexThatIsNotKnownMayBeAny) {
  EXPECT_TRUE(mayBeOne(12, 32));
  EXPECT_TRUE(mayBeOne(22, 35));
}

TEST_F(LockInstancesTest, TheObjectOfTheData) {
  EXPECT_TRUE(mayBeOne(42, 42));
  EXPECT_FALSE(mayBeOne(42, 45));
  EXPECT_TRUE(mayBeOne(50, 50));
  EXPECT_FALSE(mayBeOne(48, 50)); // Two objects, each by its name.
}

TEST_F(LockInstancesTest, WhatACallerHoldsMayBeOne) {
  auto A = holder(42), B = holder(45);
  analysis::LockKey K = Program.Result->keys().key(A.State->Held[0], A.At.Body);
  B.State = nullptr;
  EXPECT_TRUE(Program.Locks.mayBeOne(K, A, B));
}

} // namespace
