//===-- ElementIndicesTest.cpp - Which elements of an array may meet ------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Touched.h"

using namespace fearless;
using namespace fearless::test;

namespace {

/// Four threads that are given their number, and how they index one array. In
/// line 23, main does, in a function that gets a key.
const char *const Text = R"(unit a.c c
function pthread_create(?, ?, ?, ?) system
function pthread_join(?, ?) system
global a : int [] :1:1
global common : int :2:1
function run(void * arg) -> void * :5:1
function bucket(int key) :20:1
function main() -> int main :30:1

body run :18:1
  local i#1 : int :10:1
  local i#2 : int :12:1
  block 0 -> 1
    write @a[0] :6:1
    write @a[1] :7:1
    write @a[add($arg, 0)] :8:1
    write @a[add($arg, 1)] :9:1
    assign %i#1 = 0 detail 1 :10:1
  block 1 -> 2 3
    assume less(%i#1~2, 8) :10:2
  block 2 -> 1
    write @a[induction(%i#1~2)] :11:1
    assign %i#1 = add(%i#1~2, 1) detail 3 :10:3
  block 3 -> 4
    assign %i#2 = 4 detail 1 :12:1
  block 4 -> 5 6
    assume less(%i#2~2, 8) :12:2
  block 5 -> 4
    write @a[induction(%i#2~2)] :13:1
    assign %i#2 = add(%i#2~2, 1) detail 3 :12:3
  block 6 -> exit
    read @common :14:1
    write @a[add(@common, 0)] :15:1
    return 0 :18:1

body bucket :24:1
  block 0 -> exit
    write @a[remainder($key, 8)] :23:1

body main :39:1
  local t : long [] address_taken :31:1
  local i : int :32:1
  block 0 -> 1
    assign %i = 0 detail 1 :32:1
  block 1 -> 2 3
    assume less(%i~2, 4) :32:2
  block 2 -> 1
    call pthread_create(&%t[induction(%i~2)], 0, fn run, %i~2) -> call#0 :33:1
    assign %i = add(%i~2, 1) detail 3 :32:3
  block 3 -> exit
    call bucket(%i~2) :34:1
    return 0 :39:1
)";

class ElementIndicesTest : public testing::Test {
protected:
  bool mayMeet(unsigned Line, unsigned Other) {
    return Program.Indices.mayMeet(use(Line), use(Other));
  }
  bool surelyApart(unsigned Line, unsigned Other) {
    return Program.Indices.surelyApart(use(Line), use(Other));
  }
  std::optional<int64_t> distance(unsigned Line, unsigned Other) {
    auto Of = use(Line);
    return Program.Indices.distance(Of.At.Body, Of.Of, use(Other).Of);
  }
  analysis::ElementIndices::Use use(unsigned Line) {
    return Program.use(Line == 23 ? "bucket" : "run", Line);
  }
  Touched Program{Text};
};

TEST_F(ElementIndicesTest, ConstantsAreOneElementOrAnother) {
  EXPECT_TRUE(mayMeet(6, 6));
  EXPECT_FALSE(mayMeet(6, 7));
  EXPECT_TRUE(surelyApart(6, 7));
  EXPECT_FALSE(surelyApart(6, 6));
}

TEST_F(ElementIndicesTest, EachThreadHasItsNumber) {
  EXPECT_FALSE(mayMeet(8, 8));
  EXPECT_TRUE(surelyApart(8, 8));
  EXPECT_TRUE(mayMeet(8, 9)); // The next one's.
  EXPECT_FALSE(surelyApart(8, 9));
}

TEST_F(ElementIndicesTest, LoopsGoThroughARange) {
  EXPECT_TRUE(mayMeet(6, 11));
  EXPECT_FALSE(mayMeet(6, 13)); // From 4 on.
  EXPECT_TRUE(mayMeet(11, 13));
  EXPECT_TRUE(mayMeet(8, 11)); // The whole array.
  EXPECT_FALSE(surelyApart(6, 13));
}

TEST_F(ElementIndicesTest, WhatAllReadFromOnePlaceIsOneIndex) {
  EXPECT_TRUE(mayMeet(15, 15));
  EXPECT_FALSE(mayMeet(6, 15));
  EXPECT_FALSE(surelyApart(15, 15));
}

TEST_F(ElementIndicesTest, KeysMayComeDownToOneBucket) {
  EXPECT_TRUE(mayMeet(23, 23));
  EXPECT_TRUE(mayMeet(23, 11));
  EXPECT_FALSE(mayMeet(23, 6));
  EXPECT_FALSE(surelyApart(23, 23));
}

TEST_F(ElementIndicesTest, DistanceOfIndicesThatHaveOneInCommon) {
  EXPECT_EQ(distance(8, 8), 0);
  EXPECT_EQ(distance(8, 9), 1);
  EXPECT_EQ(distance(9, 8), -1);
  EXPECT_EQ(distance(8, 15), std::nullopt);
  EXPECT_EQ(distance(6, 7), std::nullopt); // Those are no values.
}

TEST_F(ElementIndicesTest, PathsThatDifferInIndicesOnly) {
  auto Same = [&](analysis::Path A, analysis::Path B) {
    return analysis::sameButForElements(Program.paths(), A, B);
  };
  analysis::Path First = use(6).Of, Own = use(8).Of;
  analysis::Path Array = Program.paths()[First].Parent;
  EXPECT_TRUE(Same(First, First));
  EXPECT_FALSE(Same(First, use(7).Of)); // Surely two elements.
  EXPECT_TRUE(Same(First, Own));
  EXPECT_TRUE(Same(First, Array));
  EXPECT_FALSE(Same(First, Program.paths().deref(Array)));
}

} // namespace
