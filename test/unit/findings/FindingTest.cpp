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

} // namespace
