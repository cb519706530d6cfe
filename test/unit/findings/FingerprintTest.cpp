//===-- FingerprintTest.cpp - Fingerprints survive what they should -------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "findings/Fingerprint.h"

#include "gtest/gtest.h"

using namespace fearless::findings;

namespace {

Finding finding(unsigned Line, std::string Message = "'m' is locked twice") {
  Finding F;
  F.Rule = "double-lock";
  F.Where = {"src/a.cpp", Line, 3};
  F.Function = "Cache::get";
  F.Message = std::move(Message);
  F.Key = std::to_string(Line);
  return F;
}

std::vector<std::string> fingerprints(std::vector<Finding> Findings) {
  canonicalise(Findings);
  std::vector<std::string> Result;
  for (const Finding &F : Findings)
    Result.push_back(F.Fingerprint);
  return Result;
}

TEST(FingerprintTest, IsSixteenHexadecimalDigits) {
  std::string F = fingerprints({finding(1)}).front();
  EXPECT_EQ(F.size(), 16u);
  EXPECT_EQ(F.find_first_not_of("0123456789abcdef"), std::string::npos);
}

TEST(FingerprintTest, SurvivesMovedLinesAndDirectories) {
  Finding Moved = finding(90);
  Moved.Where.Column = 17;
  Moved.Where.File = "lib/core/a.cpp";
  EXPECT_EQ(fingerprints({finding(1)}), fingerprints({Moved}));
}

TEST(FingerprintTest, SurvivesMovedLinesThatTheMessageTells) {
  EXPECT_EQ(
      fingerprints({finding(1, "race on 'n': read at src/b.cpp:7:12, and")}),
      fingerprints({finding(1, "race on 'n': read at src/c.cpp:81:2, and")}));
}

TEST(FingerprintTest, ChangesWithRuleFunctionAndData) {
  std::string One = fingerprints({finding(1)}).front();
  Finding Other = finding(1);
  Other.Rule = "lock-leak";
  EXPECT_NE(fingerprints({Other}).front(), One);
  Other = finding(1);
  Other.Function = "Cache::put";
  EXPECT_NE(fingerprints({Other}).front(), One);
  EXPECT_NE(fingerprints({finding(1, "'n' is locked twice")}).front(), One);
}

TEST(FingerprintTest, TellsApartByOrder) {
  auto Two = fingerprints({finding(1), finding(9)});
  EXPECT_NE(Two[0], Two[1]);
  EXPECT_EQ(fingerprints({finding(30), finding(90)}), Two);
}

TEST(FingerprintTest, NamesWithColonsAreNoPlaces) {
  EXPECT_EQ(withoutPlaces("'a::b' at x.cpp:1:2 (y.cpp:3)"), "'a::b' at ");
  EXPECT_EQ(withoutPlaces("case 'x::' is 5"), "case 'x::' is 5 ");
}

} // namespace
