//===-- BarrierPhasesTest.cpp - Which places two barriers keep apart ------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/BarrierPhases.h"

#include "Analysed.h"

using namespace fearless;
using namespace fearless::test;
using analysis::BarrierPhases;

namespace {

const char *const Header = R"(unit a.c c
function pthread_barrier_wait(?) system
global all : pthread_barrier_t :1:1
global n : int :2:1
function meet() :3:1
function perhaps(int some) :4:1
function run(int some) :10:1
body meet :3:9
  block 0 -> exit
    call pthread_barrier_wait(&@all) :3:2
body perhaps :5:1
  block 0 -> 1 2
    assume $some :4:2
  block 1 -> 2
    call pthread_barrier_wait(&@all) :4:3
  block 2 -> exit
)";

class Phased {
public:
  /// \p Run: the facts of run().
  explicit Phased(const std::string &Run)
      : A({Header + ("body run :29:1\n" + Run)}),
        Phases(A.Program, A.Result->graph()) {}

  BarrierPhases::Relation compare(unsigned Line, unsigned Other) {
    return Phases.compare(write(Line), write(Other));
  }
  analysis::Site write(unsigned Line) const {
    return A.site("run", Line, facts::FactKind::Write);
  }

  Analysed A;
  BarrierPhases Phases;
};

TEST(BarrierPhasesTest, TwoPlacesWithAWaitBetweenThem) {
  Phased P(R"(  block 0 -> exit
    write @n :11:1
    write @n :12:1
    call pthread_barrier_wait(&@all) :13:1
    write @n :14:1
    call pthread_barrier_wait(&@all) :15:1
    write @n :16:1
)");
  EXPECT_EQ(P.compare(11, 12), BarrierPhases::Same);
  EXPECT_EQ(P.compare(11, 14), BarrierPhases::Different);
  EXPECT_EQ(P.compare(14, 16), BarrierPhases::Different);
  EXPECT_EQ(P.compare(14, 14), BarrierPhases::Same);
}

TEST(BarrierPhasesTest, OneWaitOfALoopIsThatOfAllRounds) {
  Phased P(R"(  block 0 -> 1
    write @n :11:1
  block 1 -> 2 3
    assume @n :12:1
  block 2 -> 1
    write @n :13:1
    call pthread_barrier_wait(&@all) :14:1
    write @n :15:1
  block 3 -> exit
)");
  // Who is in the next round may meet who is still in this one.
  EXPECT_EQ(P.compare(13, 15), BarrierPhases::Same);
  EXPECT_EQ(P.compare(11, 15), BarrierPhases::Different);
  EXPECT_EQ(P.compare(11, 13), BarrierPhases::Same);
}

TEST(BarrierPhasesTest, TwoWaitsOfALoopKeepRoundsApart) {
  Phased P(R"(  block 0 -> 1
    call pthread_barrier_wait(&@all) :11:1
  block 1 -> 2 3
    assume @n :12:1
  block 2 -> 1
    write @n :13:1
    call pthread_barrier_wait(&@all) :14:1
    write @n :15:1
    call pthread_barrier_wait(&@all) :16:1
  block 3 -> exit
)");
  EXPECT_EQ(P.compare(13, 15), BarrierPhases::Different);
  EXPECT_EQ(P.compare(13, 13), BarrierPhases::Same);
}

TEST(BarrierPhasesTest, WaitsOnWaysThatExcludeEachOtherAreOne) {
  Phased P(R"(  block 0 -> 1 2
    write @n :11:1
    assume $some :12:1
  block 1 -> 3
    call pthread_barrier_wait(&@all) :13:1
    write @n :14:1
  block 2 -> 3
    call pthread_barrier_wait(&@all) :15:1
    write @n :16:1
  block 3 -> exit
)");
  EXPECT_EQ(P.compare(14, 16), BarrierPhases::Same);
  EXPECT_EQ(P.compare(11, 16), BarrierPhases::Different);
}

TEST(BarrierPhasesTest, AWaitInACalledFunction) {
  Phased P(R"(  block 0 -> exit
    write @n :11:1
    call meet() :12:1
    write @n :13:1
    call perhaps($some) :14:1
    write @n :15:1
)");
  EXPECT_EQ(P.compare(11, 13), BarrierPhases::Different);
  EXPECT_EQ(P.compare(13, 15), BarrierPhases::Same); // Not on every way.
}

TEST(BarrierPhasesTest, FunctionsThatNobodyWaitsIn) {
  Phased P(R"(  block 0 -> exit
    write @n :11:1
    write @n :12:1
)");
  EXPECT_EQ(P.compare(11, 12), BarrierPhases::Unrelated);
  ASSERT_EQ(P.Phases.barriers().size(), 2u);
  auto Meet = P.A.site("meet", 3, facts::FactKind::Call);
  EXPECT_TRUE(llvm::is_contained(P.Phases.barriers(), Meet));
  EXPECT_EQ(P.Phases.compare(P.write(11), Meet), BarrierPhases::Unrelated);
}

} // namespace
