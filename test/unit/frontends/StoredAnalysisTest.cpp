//===-- StoredAnalysisTest.cpp - What an analysis found, as bytes ---------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/StoredAnalysis.h"

#include "gtest/gtest.h"

using namespace fearless;
using namespace fearless::frontends;

namespace {

/// Something in every field.
Analysis example() {
  findings::Finding F;
  F.Rule = "lock-order";
  F.Tier = findings::Tier::Medium;
  F.Where = {"src/a.cpp", 12, 300};
  F.Message = "mutex 'a' \xff\n\"quoted\"";
  F.Notes = {{{"b.h", 1, 2}, "here"}, {{"", 0, 0}, "", true}};
  F.Remedy = {findings::Remedy::ReplaceType,
              {"a.cpp", 2, 1},
              "a::local_ptr",
              "a::ptr",
              {"b.h", 5, 2}};
  F.Fixes = {{{"a.cpp", 1, 1}, {"a.cpp", 1, 9}, "lock"}};
  F.Function = "f(int)";
  F.Key = std::string("a\0b", 3);
  F.Subjects = {"x", "y"};
  F.Stable = true;
  F.Fingerprint = "0123";
  F.Standing = findings::Standing::Suppressed;
  F.Reason = "because";
  Analysis A;
  A.Report.All = {F, findings::Finding()};
  A.Report.Coverage = {1, 2, 3, 1ull << 40, 5, 6, 7, 8};
  A.Report.LockGraphDot = "digraph {}";
  A.Report.Unmodelled = {{"g", 7}, {"", 0}};
  A.Report.UnknownLevels = {{"Ledger::mu_", {"c.yaml", 3, 4}, true}};
  A.MarkedFiles = {"g.h"};
  A.UserFiles = {"src/a.cpp", "b.h"};
  A.ModelWarnings = {"m.yaml:3: warning: 'x' names nothing"};
  return A;
}

TEST(StoredAnalysisTest, ComesBack) {
  Analysis A = example();
  std::optional<Analysis> B = readAnalysis(writeAnalysis(A));
  ASSERT_TRUE(B);
  EXPECT_EQ(A.Report.All, B->Report.All);
  EXPECT_EQ(A.Report.Coverage, B->Report.Coverage);
  EXPECT_EQ(A.Report.LockGraphDot, B->Report.LockGraphDot);
  EXPECT_EQ(A.Report.Unmodelled, B->Report.Unmodelled);
  ASSERT_EQ(1u, B->Report.UnknownLevels.size());
  EXPECT_EQ("Ledger::mu_", B->Report.UnknownLevels[0].Lock);
  EXPECT_EQ(4u, B->Report.UnknownLevels[0].Where.Column);
  EXPECT_TRUE(B->Report.UnknownLevels[0].Nested);
  EXPECT_EQ(A.MarkedFiles, B->MarkedFiles);
  EXPECT_EQ(A.UserFiles, B->UserFiles);
  EXPECT_EQ(A.ModelWarnings, B->ModelWarnings);
}

TEST(StoredAnalysisTest, NothingIsCutOffOrAdded) {
  std::string Bytes = writeAnalysis(example());
  for (size_t Length = 0; Length < Bytes.size(); ++Length)
    EXPECT_FALSE(readAnalysis(llvm::StringRef(Bytes).take_front(Length)))
        << Length;
  EXPECT_FALSE(readAnalysis(Bytes + '\0'));
}

TEST(StoredAnalysisTest, AnyByteMayBeWrong) {
  const std::string Bytes = writeAnalysis(example());
  for (size_t I = 0; I < Bytes.size(); ++I)
    for (char Wrong : {'\x00', '\x7f', '\xff'}) {
      std::string Damaged = Bytes;
      Damaged[I] = Wrong;
      (void)readAnalysis(Damaged); // Some other analysis, or none.
    }
}

} // namespace
