//===-- ConfigurationTest.cpp - What .fearless.yaml may say ---------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/Configuration.h"

#include "gtest/gtest.h"

#include <random>

using namespace fearless;
using findings::Tier;
using frontends::Configuration;

namespace {

const char *Whole = "rules:\n"
                    "  lock-order-same-class: high\n"
                    "  fearless-data-race: off\n"
                    "paths:\n"
                    "  user: libs/ours\n"
                    "  vendored: [third_party, ./deps/]\n"
                    "  tests: [test]\n"
                    "models: [locks.yaml, /abs/more.yaml]\n"
                    "baseline: known.txt\n";

Configuration read(llvm::StringRef Text) {
  auto C = Configuration::read(Text, "/p/.fearless.yaml");
  EXPECT_TRUE(bool(C));
  return C ? std::move(*C)
           : (llvm::consumeError(C.takeError()), Configuration());
}

std::string errorOf(llvm::StringRef Text) {
  auto C = Configuration::read(Text, "/p/.fearless.yaml");
  return C ? "" : llvm::toString(C.takeError());
}

findings::Finding finding(std::string File, std::string Note,
                          std::string Rule = "double-lock") {
  findings::Finding F;
  F.Rule = std::move(Rule);
  F.Where = {std::move(File), 1, 1};
  F.Notes = {{{std::move(Note), 2, 1}, "here"}};
  return F;
}

TEST(ConfigurationTest, ReadsAll) {
  Configuration C = read(Whole);
  EXPECT_EQ(C.Rules.at("lock-order-same-class"), Tier::High);
  EXPECT_EQ(C.Rules.at("data-race"), std::nullopt);
  EXPECT_EQ(C.UserPaths, std::vector<std::string>{"/p/libs/ours"});
  EXPECT_EQ(C.VendoredPaths,
            (std::vector<std::string>{"/p/third_party", "/p/deps"}));
  EXPECT_EQ(C.Models,
            (std::vector<std::string>{"/p/locks.yaml", "/abs/more.yaml"}));
  EXPECT_EQ(C.Baseline, "/p/known.txt");
}

TEST(ConfigurationTest, AnEmptyOneSaysNothing) {
  EXPECT_TRUE(read("").Rules.empty());
  EXPECT_TRUE(read("# nothing yet\n").Rules.empty());
}

TEST(ConfigurationTest, RefusesWithPlaceAndTheNearestWord) {
  EXPECT_NE(errorOf("ruels:\n").find("/p/.fearless.yaml:1:1: error: "),
            std::string::npos);
  EXPECT_NE(errorOf("ruels: {}\n").find("rules"), std::string::npos);
  EXPECT_NE(errorOf("paths:\n  test: [x]\n").find("tests"), std::string::npos);
  EXPECT_NE(errorOf("rules:\n  lock-oder: off\n").find("'lock-order'"),
            std::string::npos);
  EXPECT_NE(errorOf("rules:\n  lock-order: hihg\n").find("'high'"),
            std::string::npos);
  for (const char *Wrong :
       {"- rules\n", "rules: [lock-order]\n", "rules:\n  lock-order: [high]\n",
        "paths: test\n", "paths:\n  tests: {a: b}\n", "models: [[a]]\n",
        "baseline: [a]\n", "rules: {", "a: b\n---\nc: d\n"})
    EXPECT_NE(errorOf(Wrong), "") << Wrong;
}

TEST(ConfigurationTest, TiersOfFindings) {
  Configuration C = read(Whole);
  std::vector<findings::Finding> Findings = {
      finding("src/a.cpp", "src/b.cpp"),
      finding("src/a.cpp", "src/b.cpp", "data-race"),
      finding("third_party/z.c", "src/b.cpp"),
      finding("third_party2/z.c", "src/b.cpp"),
      finding("test/t.cpp", "test/u.cpp"),
      finding("test/t.cpp", "src/b.cpp"),
  };
  C.apply(Findings, "/p");
  ASSERT_EQ(Findings.size(), 5u);
  std::vector<Tier> Tiers;
  for (const findings::Finding &F : Findings)
    Tiers.push_back(F.Tier);
  EXPECT_EQ(Tiers, (std::vector<Tier>{Tier::High, Tier::Medium, Tier::High,
                                      Tier::Medium, Tier::High}));
}

/// Whatever the bytes, it is read or refused.
TEST(ConfigurationTest, AnyBytes) {
  constexpr llvm::StringLiteral Bytes = "\n\t :-[]{},#'\"&*!|>%@`\x80 x";
  std::mt19937 Random(7);
  for (unsigned I = 0; I < 1000; ++I) {
    std::string Text = Whole;
    for (unsigned N = 1 + Random() % 4; N--;)
      Text[Random() % Text.size()] = Bytes[Random() % Bytes.size()];
    auto C = Configuration::read(Text, "/p/.fearless.yaml");
    if (!C)
      EXPECT_NE(llvm::toString(C.takeError()), "");
  }
}

} // namespace
