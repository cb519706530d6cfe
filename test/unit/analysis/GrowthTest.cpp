//===-- GrowthTest.cpp - Work grows with the program, not faster ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Counts work, never time: a program of twice the size must cost about twice the
// transfers and joins.
//
//===----------------------------------------------------------------------===//

#include "Analysed.h"

using namespace fearless;
using namespace fearless::test;

namespace {

/// \p N functions that each take a lock of their own and call the next; and a
/// branch with a lock in it in each.
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
            "  block 2 -> exit\n";
    if (I + 1 < N)
      Text += "    call f" + Str(I + 1) + "() :5:1\n";
  }
  return Text;
}

TEST(GrowthTest, TransfersAndJoinsAreLinear) {
  Analysed Small({chain(100)}), Large({chain(200)});
  const analysis::WorkCounters &S = Small.Result->counters(),
                               &L = Large.Result->counters();
  ASSERT_GT(S.Transfers, 0u);
  EXPECT_LE(L.Transfers, S.Transfers * 22 / 10);
  EXPECT_LE(L.Joins, S.Joins * 22 / 10 + 10);
}

TEST(GrowthTest, SummariesStayBoundedAndTheCutIsCounted) {
  Analysed A({chain(200)});
  EXPECT_LE(A.summary("f0").Acquisitions.size(), analysis::MaxAcquisitions);
  EXPECT_GT(A.Result->counters().Cuts, 0u);
}

} // namespace
