//===-- TrialRunTest.cpp - What threads touch when they are tried ---------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/TouchedElements.h"

#include "Analysed.h"

using namespace fearless;
using namespace fearless::analysis;
using namespace fearless::test;

namespace {

TEST(TrialMemory, PlacesAreOneByTheirSteps) {
  TrialPlaces Places;
  PlaceId Array = Places.place({TrialPlace::Global, 0, 7, {}});
  PlaceId Third = Places.step(TrialPlace::Element, Array, 3);
  PlaceId Field = Places.step(TrialPlace::Field, Third, 5);
  EXPECT_EQ(Field, Places.step(TrialPlace::Field,
                               Places.step(TrialPlace::Element, Array, 3), 5));
  EXPECT_EQ(Places.rootOf(Field), Array);
  PlaceId Cell = Places.step(TrialPlace::Element, Field, 2);
  EXPECT_EQ(Places.indices(Cell), (std::vector<int64_t>{3, 2}));
  // Behind a pointer that nobody knows, only what comes after it.
  PlaceId Behind = Places.step(TrialPlace::Target, Cell);
  EXPECT_EQ(Places.indices(Places.step(TrialPlace::Element, Behind, 9)),
            std::vector<int64_t>{9});
  PlaceId Other = Places.place({TrialPlace::Global, 0, 8, {}});
  EXPECT_EQ(Places.indices(Places.rebase(Cell, Third, Other)),
            std::vector<int64_t>{2});
  EXPECT_FALSE(Places.rebase(Cell, Other, Third));
}

TEST(TrialMemory, ObjectsAreCopiedAndForgottenAsAWhole) {
  TrialPlaces Places;
  PlaceId From = Places.place({TrialPlace::Global, 0, 1, {}});
  PlaceId To = Places.place({TrialPlace::Global, 0, 2, {}});
  TrialContents Memory;
  Memory.set(Places.step(TrialPlace::Field, From, 4), TrialValue::number(11));
  Memory.copy(Places, From, To);
  PlaceId Copy = Places.step(TrialPlace::Field, To, 4);
  ASSERT_TRUE(Memory.find(Copy));
  EXPECT_EQ(Memory.find(Copy)->Number, 11);
  Memory.forget(Places, From);
  EXPECT_TRUE(Memory.find(Copy));
  EXPECT_EQ(Memory.size(), 1u);
}

/// Threads that are given their number times four, and go round \p Rounds
/// times from there; main takes the size of the array from a parameter.
std::string program(unsigned Rounds) {
  return R"(unit a.c c
function pthread_create(?, ?, ?, ?) system
function pthread_join(?, ?) system
global a : int [] :1:1
global next : int :2:1
function run(void * arg) -> void * :5:1
function start(int size) -> int :30:1

body run :18:1
  local i : int :10:1
  block 0 -> 1
    assign %i = $arg detail 1 :10:1
  block 1 -> 2 3
    assume less(%i~2, add($arg, )" +
         std::to_string(Rounds) + R"()) :10:2
  block 2 -> 1
    write @a[induction(%i~2)] :11:1
    assign %i = add(%i~2, 1) detail 3 :10:3
  block 3 -> exit
    write @a[remainder($arg, 8)] :14:1
    read @next :15:1
    write @a[add(@next, 0)] :15:2
    write @next rmw :16:1
    assign @next = add(@next, 1) detail 1 :16:1
    return 0 :18:1

body start :39:1
  local t : long [] address_taken :31:1
  local i : int :32:1
  block 0 -> 1
    assign %i = 0 detail 1 :32:1
  block 1 -> 2 3
    assume less(%i~2, 3) :32:2
  block 2 -> 1
    call pthread_create(&%t[induction(%i~2)], 0, fn run, multiply(%i~2, 4)) -> call#0 :33:1
    assign %i = add(%i~2, 1) detail 3 :32:3
  block 3 -> exit
    write @a[subtract($size, 1)] :34:1
    return 0 :39:1
)";
}

class TrialRunTest : public testing::Test {
protected:
  void start(unsigned Rounds) {
    Program =
        std::make_unique<Analysed>(std::vector<std::string>{program(Rounds)});
    Results.clear();
    for (uint32_t B = 0; B < Program->Program.bodies().size(); ++B)
      Results.push_back(Program->Result->result(BodyId(B)));
    Starts = findThreadStarts(Program->Result->threads());
    Run = std::make_unique<TrialRun>(Program->Program, Program->Result->paths(),
                                     Program->Result->graph(),
                                     Program->Result->summaries(), Results,
                                     Program->Result->threads(), Starts);
    Run->run(Program->body("start"));
  }

  /// The elements that thread \p T touches with the write on \p Line.
  std::vector<int64_t> touched(uint32_t T, llvm::StringRef Function,
                               unsigned Line) const {
    std::vector<int64_t> Result;
    const TrialThread &By = Run->threads()[T];
    auto It =
        By.Touches.find(Program->site(Function, Line, facts::FactKind::Write));
    if (It != By.Touches.end())
      for (const TrialTouch &One : It->second)
        for (int64_t I : Run->places().indices(One.Where))
          Result.push_back(I);
    return Result;
  }

  std::unique_ptr<Analysed> Program;
  std::vector<FunctionResult> Results;
  ThreadStarts Starts;
  std::unique_ptr<TrialRun> Run;
};

TEST_F(TrialRunTest, ThreadsAreTriedWithWhatTheyAreGiven) {
  start(3);
  ASSERT_EQ(Run->threads().size(), 4u); // Main, and the three.
  EXPECT_EQ(touched(1, "run", 11), (std::vector<int64_t>{0, 1, 2}));
  EXPECT_EQ(touched(3, "run", 11), (std::vector<int64_t>{8, 9, 10}));
  EXPECT_EQ(touched(1, "run", 14), std::vector<int64_t>{0});
  EXPECT_EQ(touched(3, "run", 14), std::vector<int64_t>{0});
  EXPECT_TRUE(Run->overlap(1, 3)); // Nobody joins them.
}

TEST_F(TrialRunTest, WhatThreadsChangeIsKnownToNone) {
  start(3);
  EXPECT_TRUE(touched(1, "run", 15).empty());
}

TEST_F(TrialRunTest, AnUnknownSizeIsSomeNumber) {
  start(3);
  EXPECT_EQ(touched(0, "start", 34).size(), 1u);
}

TEST_F(TrialRunTest, StepsAreBounded) {
  start(100);
  uint32_t Few = Run->steps();
  EXPECT_TRUE(Run->threads()[1].Complete);
  start(200);
  EXPECT_LT(Run->steps(), 2 * Few);
  start(100'000'000);
  EXPECT_FALSE(Run->threads()[1].Complete);
  EXPECT_LE(Run->steps(), 100'000u);
}

} // namespace
