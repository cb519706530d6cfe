//===-- FindingTest.cpp - One defect is one finding -----------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "findings/Finding.h"

#include "gtest/gtest.h"

using namespace fearless::findings;

namespace {

Finding finding(std::string Key, unsigned NoteLine, Tier T = Tier::High) {
  Finding F;
  F.Rule = "data-race";
  F.Tier = T;
  F.Where = {"a.c", 7, 3};
  F.Message = "data race on '" + Key + "'";
  F.Key = std::move(Key);
  F.Notes = {{{"b.c", NoteLine, 1}, "it is read here"}};
  return F;
}

size_t left(std::vector<Finding> Findings) {
  canonicalise(Findings);
  return Findings.size();
}

TEST(FindingTest, OneKeyIsOneDefect) {
  EXPECT_EQ(left({finding("n", 1), finding("n", 2)}), 1u);
  EXPECT_EQ(left({finding("m", 1), finding("n", 2)}), 2u);
}

/// A file compiled twice, with a prefix for its names the second time.
TEST(FindingTest, TheSamePlacesAreOneDefect) {
  EXPECT_EQ(left({finding("n", 1), finding("je_n", 1)}), 1u);
  Finding OtherRule = finding("je_n", 1);
  OtherRule.Rule = "volatile-sync";
  EXPECT_EQ(left({finding("n", 1), OtherRule}), 2u);
}

TEST(FindingTest, TheMostCertainStays) {
  for (bool Swap : {false, true}) {
    std::vector<Finding> Two{finding("a", 1, Tier::Medium), finding("b", 1)};
    if (Swap)
      std::swap(Two[0], Two[1]);
    canonicalise(Two);
    ASSERT_EQ(Two.size(), 1u);
    EXPECT_EQ(Two[0].Tier, Tier::High);
  }
}

Place used(unsigned Line, Place Text) {
  return {"a.c", Line, 3, std::make_shared<Place>(std::move(Text))};
}

std::vector<unsigned> linesOf(const Finding &F) {
  std::vector<unsigned> Lines;
  for (const Note &N : F.Notes)
    Lines.push_back(N.Where.Line);
  return Lines;
}

/// The definition is told behind the step, once, and never behind the advice.
TEST(FindingTest, MacrosAreToldWhereTheyAreUsedAndWhereTheyAreDefined) {
  Finding F = finding("n", 1);
  F.Where = used(7, {"m.h", 90, 1});
  F.Notes = {{used(5, {"m.h", 80, 1}), "locks"},
             {used(7, {"m.h", 90, 1}), "locks again"},
             {used(6, {"m.h", 80, 1}), "once more"},
             {used(7, {"m.h", 90, 1}), "advice"}};
  tellMacros(F);
  EXPECT_EQ(linesOf(F), (std::vector<unsigned>{5, 80, 7, 90, 6, 7}));
  EXPECT_TRUE(F.Notes[1].OfMacro);
  EXPECT_FALSE(F.Notes[0].OfMacro);
}

TEST(FindingTest, TheFindingsOwnMacroComesFirst) {
  Finding F = finding("n", 1);
  F.Where = used(7, {"m.h", 90, 1});
  F.Notes = {{F.Where, "advice"}};
  tellMacros(F);
  EXPECT_EQ(linesOf(F), (std::vector<unsigned>{90, 7}));
}

/// What is handed to a macro stands where the macro is used.
TEST(FindingTest, ArgumentsOfMacrosAreNoDefinition) {
  Finding F = finding("n", 1);
  F.Where = used(7, {"a.c", 8, 20});
  tellMacros(F);
  EXPECT_EQ(linesOf(F), (std::vector<unsigned>{1}));
  F.Where = used(7, {"a.c", 2, 20});
  tellMacros(F);
  EXPECT_EQ(linesOf(F), (std::vector<unsigned>{2, 1}));
}

} // namespace
