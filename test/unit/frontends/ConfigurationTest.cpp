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
                    "  generated: [gen, \"*.pb.cc\"]\n"
                    "models: [locks.yaml, /abs/more.yaml]\n"
                    "boundaries:\n"
                    "  - {function: app::Pool::post, parameter: 1}\n"
                    "hierarchy:\n"
                    "  - [Ledger::mu_, 'net::*']\n"
                    "  - [{lock: Node::mu, nested: true}]\n"
                    "cache: {directory: .cache, size: 100}\n"
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
  EXPECT_EQ(C.GeneratedPaths,
            (std::vector<std::string>{"/p/gen", "/p/*.pb.cc"}));
  EXPECT_EQ(C.CacheDirectory, "/p/.cache");
  EXPECT_EQ(C.CacheSize, 100u);
  EXPECT_FALSE(C.NoCache);
  EXPECT_TRUE(read("cache: off\n").NoCache);
}

TEST(ConfigurationTest, ABoundaryIsAModel) {
  Configuration C = read(Whole);
  ASSERT_EQ(C.Boundaries.size(), 1u);
  EXPECT_EQ(C.Boundaries[0].Name, "app::Pool::post");
  ASSERT_EQ(C.Boundaries[0].Effects.size(), 1u);
  const models::Effect &E = C.Boundaries[0].Effects[0];
  EXPECT_EQ(E.Kind, models::EffectKind::Spawn);
  ASSERT_EQ(E.Operands.size(), 2u);
  EXPECT_EQ(E.Operands[0].Index, 1u);
  EXPECT_EQ(E.Operands[1].Kind, models::SelectorKind::Rest);
}

TEST(ConfigurationTest, HierarchiesKnowWhereTheyAre) {
  rules::Options Options = read(Whole).ruleOptions("/p");
  EXPECT_EQ(Options.Off, std::vector<std::string>{"data-race"});
  ASSERT_EQ(Options.Hierarchies.size(), 2u);
  ASSERT_EQ(Options.Hierarchies[0].Levels.size(), 2u);
  EXPECT_EQ(Options.Hierarchies[0].Levels[1].Lock, "net::*");
  EXPECT_EQ(Options.Hierarchies[0].Levels[1].Where,
            (findings::Place{".fearless.yaml", 13, 19}));
  EXPECT_TRUE(Options.Hierarchies[1].Levels[0].Nested);
  EXPECT_EQ(read("hierarchy: [a, b]\n").Hierarchies.size(), 1u);
}

TEST(ConfigurationTest, SectionsMayBeCommentedOut) {
  EXPECT_TRUE(read("paths:\n#  tests: [test]\n").TestPaths.empty());
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
  EXPECT_NE(errorOf("heirarchy: [a]\n").find("'hierarchy'"), std::string::npos);
  EXPECT_NE(errorOf("cache: {dir: x, sise: 2}\n").find("'size'"),
            std::string::npos);
  EXPECT_NE(errorOf("boundaries: [{functon: f}]\n").find("'function'"),
            std::string::npos);
  for (const char *Wrong : {"- rules\n",
                            "rules: [lock-order]\n",
                            "rules:\n  lock-order: [high]\n",
                            "paths: test\n",
                            "paths:\n  tests: {a: b}\n",
                            "models: [[a]]\n",
                            "boundaries: app::post\n",
                            "boundaries: [app::post]\n",
                            "boundaries: [{parameter: 1}]\n",
                            "boundaries: [{function: '::f'}]\n",
                            "boundaries: [{function: f, parameter: x}]\n",
                            "hierarchy: a\n",
                            "hierarchy: [[a], b]\n",
                            "hierarchy: [a, a]\n",
                            "hierarchy: [{nested: true}]\n",
                            "hierarchy: ['[a*']\n",
                            "paths: {user: '*.h'}\n",
                            "paths: {tests: '[a*'}\n",
                            "cache: on\n",
                            "cache: {size: -1}\n",
                            "cache: {directory: [a]}\n",
                            "baseline: [a]\n",
                            "rules: {",
                            "a: b\n---\nc: d\n"})
    EXPECT_NE(errorOf(Wrong), "") << Wrong;
}

TEST(ConfigurationTest, TiersOfFindings) {
  Configuration C = read(Whole);
  std::vector<findings::Finding> Findings = {
      finding("src/a.cpp", "src/b.cpp"),
      finding("third_party/z.c", "src/b.cpp"),
      finding("third_party2/z.c", "src/b.cpp"),
      finding("test/t.cpp", "test/u.cpp"),
      finding("test/t.cpp", "src/b.cpp"),
      finding("gen/a.cpp", "src/b.cpp"),
      finding("src/deep/a.pb.cc", "src/b.cpp"),
      finding("src/lexer.c", "src/b.cpp"),
      finding("libs/ours/marked.c", "src/b.cpp"),
      finding("src/a.cpp", "gen/b.cpp"),
      finding("test/t.cpp", ".fearless.yaml"),
  };
  C.apply(Findings, "/p", {"libs/ours/marked.c", "src/lexer.c"});
  std::vector<Tier> Tiers;
  for (const findings::Finding &F : Findings)
    Tiers.push_back(F.Tier);
  EXPECT_EQ(Tiers, (std::vector<Tier>{Tier::High, Tier::Medium, Tier::High,
                                      Tier::Medium, Tier::High, Tier::Medium,
                                      Tier::Medium, Tier::Medium, Tier::High,
                                      Tier::High, Tier::Medium}));
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
