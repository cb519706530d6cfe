//===-- MarkersTest.cpp - Functions that say what they do ----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "link/Markers.h"

#include "store/TextReader.h"

#include "gtest/gtest.h"

using namespace fearless;
using models::EffectKind;
using models::SelectorKind;

namespace {

/// What is known of the function `f` of a unit that declares it so.
class MarkersTest : public testing::Test {
protected:
  const models::FunctionModel *model(const std::string &Declaration) {
    std::vector<facts::TranslationUnit> Units;
    Units.push_back(llvm::cantFail(
        store::readText("unit a.cpp\nrecord C\n" + Declaration, "test")));
    Program.emplace(link::link(std::move(Units), Models));
    for (const link::FunctionSymbol &F : Program->functions())
      if (llvm::StringRef(F.Qualified).ends_with("f"))
        return F.Model;
    return nullptr;
  }
  std::vector<EffectKind> kinds(const std::string &Declaration) {
    std::vector<EffectKind> Result;
    if (const models::FunctionModel *M = model(Declaration))
      for (const models::Effect &E : M->Effects)
        Result.push_back(E.Kind);
    return Result;
  }

  models::Catalogue Models = models::Catalogue::builtin();
  std::optional<link::Program> Program;
};

using Kinds = std::vector<EffectKind>;

TEST_F(MarkersTest, ACallableOnAnotherThreadGetsWhatStandsBehindIt) {
  const models::FunctionModel *M =
      model("function f(int, int, int) -> void "
            "[[marker(\"#1: fearless::crosses_thread\")]]\n");
  ASSERT_TRUE(M);
  ASSERT_EQ(M->Effects.size(), 1u);
  const models::Effect &E = M->Effects[0];
  EXPECT_EQ(E.Kind, EffectKind::Spawn);
  ASSERT_EQ(E.Operands.size(), 2u);
  EXPECT_EQ(E.Operands[0].Index, 1u);
  EXPECT_EQ(E.Operands[1].Kind, SelectorKind::Rest);
  EXPECT_EQ(E.Operands[1].Index, 2u);
  EXPECT_EQ(E.On.Kind, SelectorKind::Argument);
}

TEST_F(MarkersTest, TheThreadIsKnownByTheObjectReturnedOrTheOneCalled) {
  EXPECT_EQ(model("function f(int) -> C "
                  "[[marker(\"#0: fearless::crosses_thread\")]]\n")
                ->Effects[0]
                .On.Kind,
            SelectorKind::Result);
  EXPECT_EQ(model("function C::f(int) -> void method "
                  "[[marker(\"#0: fearless::crosses_thread\")]]\n")
                ->Effects[0]
                .On.Kind,
            SelectorKind::This);
}

TEST_F(MarkersTest, SeveralMarkersAreOneRow) {
  EXPECT_EQ(kinds("function f(int, int) -> void "
                  "[[marker(\"#0: fearless::crosses_thread_scoped\")]] "
                  "[[marker(\"#1: fearless::notifies\")]]\n"),
            (Kinds{EffectKind::Spawn, EffectKind::Join, EffectKind::Notify}));
}

TEST_F(MarkersTest, WhatDoesNotBelongThereSaysNothing) {
  EXPECT_FALSE(model("function f(int) -> void [[marker(fearless::send)]]\n"));
  EXPECT_FALSE(model("function f(int) -> void "
                     "[[marker(\"#0: fearless::thread_bound\")]]\n"));
  EXPECT_FALSE(model("function f(int) -> void [[marker(fearless::joined)]]\n"));
}

TEST_F(MarkersTest, WhereMarkersBelong) {
  EXPECT_TRUE(link::belongs("send", link::MarkerPlace::Class));
  EXPECT_FALSE(link::belongs("send", link::MarkerPlace::Function));
  EXPECT_TRUE(link::belongs("joins", link::MarkerPlace::Parameter));
  EXPECT_FALSE(link::belongs("crosses_thread", link::MarkerPlace::Function));
  EXPECT_FALSE(link::isMarker("sendable"));
}

} // namespace
