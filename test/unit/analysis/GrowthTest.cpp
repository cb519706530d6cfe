//===-- GrowthTest.cpp - Work grows with the program, not faster ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Counts work, never time: a program of twice the size must cost about twice
// the transfers and joins.
//
//===----------------------------------------------------------------------===//

#include "Analysed.h"

using namespace fearless;
using namespace fearless::test;

namespace {

/// \p N functions that each take a lock of their own and call the next; and a
/// branch with a lock in it, and one without, in each.
std::string chain(unsigned N) {
  std::string Text = R"(
unit chain.c c
function pthread_mutex_lock(?) system
function pthread_mutex_unlock(?) system
)";
  auto Str = [](unsigned I) { return std::to_string(I); };
  for (unsigned I = 0; I < N; ++I)
    Text += "global m" + Str(I) + "\nglobal flag" + Str(I) + " : bool\n";
  for (unsigned I = 0; I < N; ++I) {
    Text += "body f" + Str(I) + " :9:1\n  block 0 -> 1 2\n" +
            "    assume @flag" + Str(I) + " :1:1\n  block 1 -> 2\n" +
            "    call pthread_mutex_lock(&@m" + Str(I) + ") :2:1\n" +
            "    call pthread_mutex_unlock(&@m" + Str(I) + ") :4:1\n" +
            "  block 2 -> 3 4\n  block 3 -> 4\n  block 4 -> exit\n";
    if (I + 1 < N)
      Text += "    call f" + Str(I + 1) + "() :5:1\n";
  }
  return Text;
}

TEST(GrowthTest, WorkIsLinear) {
  Analysed Small({chain(100)}), Large({chain(200)});
  const analysis::WorkCounters &S = Small.Result->counters(),
                               &L = Large.Result->counters();
  ASSERT_GT(S.Transfers, 0u);
  ASSERT_GT(S.Joins, 0u);
  ASSERT_GT(S.Instantiations, 0u);
  EXPECT_LE(L.Transfers, S.Transfers * 22 / 10);
  EXPECT_LE(L.Joins, S.Joins * 22 / 10);
  EXPECT_LE(L.Instantiations, S.Instantiations * 22 / 10);
  ASSERT_GT(S.Contexts, 0u);
  EXPECT_LE(L.Contexts, S.Contexts * 22 / 10);
}

/// \p N threads, each started at a place of its own, that all get to the same
/// functions.
std::string threads(unsigned N) {
  std::string Text = chain(10) + "function pthread_create(?, ?, ?, ?) system\n";
  std::string Main = "body main :9:1\n";
  std::string Calls = "  block 0 -> exit\n";
  for (unsigned I = 0; I < N; ++I) {
    std::string Number = std::to_string(I);
    Text += "function thread" + Number + "(?)\nbody thread" + Number +
            " :9:1\n  block 0 -> exit\n    call f0() :2:1\n";
    Main += "  local t" + Number + "\n";
    Calls += "    call pthread_create(&%t" + Number + ", 0, fn thread" +
             Number + ", 0) :3:1\n";
  }
  return Text + Main + Calls;
}

TEST(GrowthTest, RootsOfAFunctionStayBoundedAndTheCutIsCounted) {
  Analysed Few({threads(20)}), Many({threads(200)});
  EXPECT_EQ(Few.Result->counters().Cuts, 0u);
  EXPECT_EQ(Few.Result->threads().contexts(Few.body("f5")).size(), 20u);
  EXPECT_EQ(Many.Result->threads().contexts(Many.body("f5")).size(), 64u);
  EXPECT_GT(Many.Result->counters().Cuts, 0u);
  // The thread itself is always known to get to where it begins.
  EXPECT_EQ(Many.Result->threads().contexts(Many.body("thread199")).size(), 1u);
}

TEST(GrowthTest, SummariesStayBoundedAndTheCutIsCounted) {
  Analysed A({chain(200)});
  EXPECT_LE(A.summary("f0").Acquisitions.size(), analysis::MaxAcquisitions);
  EXPECT_GT(A.Result->counters().Cuts, 0u);
}

} // namespace
