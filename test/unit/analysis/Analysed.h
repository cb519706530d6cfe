//===-- Analysed.h - Text facts, linked and analysed ----------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_TEST_UNIT_ANALYSIS_ANALYSED_H
#define FEARLESS_TEST_UNIT_ANALYSIS_ANALYSED_H

#include "analysis/Analysis.h"
#include "rules/RuleTable.h"
#include "store/TextReader.h"

#include "gtest/gtest.h"

#include <memory>
#include <string>
#include <vector>

namespace fearless::test {

/// A program made of text facts (store/TextReader.h), one text per unit.
class Analysed {
public:
  explicit Analysed(std::vector<std::string> Texts,
                    std::vector<analysis::LockHierarchy> Hierarchies = {})
      : Models(models::Catalogue::builtin()),
        Program(link::link(read(std::move(Texts)), Models)) {
    Options.Hierarchies = std::move(Hierarchies);
    Result = std::make_unique<analysis::Analysis>(Program, Models,
                                                  Options.Hierarchies);
  }

  link::BodyId body(llvm::StringRef Name) const {
    link::FunctionSym F = Program.functionNamed(Name);
    EXPECT_TRUE(bool(F)) << Name.str();
    EXPECT_FALSE(Program.function(F).Bodies.empty()) << Name.str();
    return Program.function(F).Bodies.front();
  }
  const analysis::Summary &summary(llvm::StringRef Name) const {
    return Result->summary(body(Name));
  }
  const analysis::FunctionResult &result(llvm::StringRef Name) const {
    return Result->result(body(Name));
  }

  /// The first fact of \p Kind on \p Line of \p Function.
  analysis::Site site(llvm::StringRef Function, unsigned Line,
                      facts::FactKind Kind) const {
    link::BodyId B = body(Function);
    const facts::FunctionBody &Facts = Program.facts(B);
    for (uint32_t I = 0; I < Facts.Facts.size(); ++I)
      if (Facts.Facts[I].Kind == Kind && Facts.Facts[I].Loc.Line == Line)
        return {B, I};
    ADD_FAILURE() << Function.str() << ", line " << Line;
    return {};
  }

  /// The findings, as "rule LINE".
  std::vector<std::string> findings() const {
    std::vector<std::string> Lines;
    for (const findings::Finding &F : rules::run(Program, Models, Options).All)
      Lines.push_back(F.Rule + " " + std::to_string(F.Where.Line));
    return Lines;
  }

  /// The names of the locks surely held at the call on \p Line of \p Function.
  std::vector<std::string> heldAt(llvm::StringRef Function,
                                  unsigned Line) const {
    link::BodyId B = body(Function);
    std::vector<std::string> Names;
    const facts::FunctionBody &Facts = Program.facts(B);
    for (uint32_t I = 0; I < Facts.Facts.size(); ++I)
      if (Facts.Facts[I].Loc.Line == Line)
        if (const analysis::PointState *P = result(Function).point(I))
          for (analysis::Path L : P->Held)
            Names.push_back(Result->keys().name(L, B));
    return Names;
  }

  models::Catalogue Models;
  link::Program Program;
  rules::Options Options;
  std::unique_ptr<analysis::Analysis> Result;

private:
  static std::vector<facts::TranslationUnit>
  read(std::vector<std::string> Texts) {
    std::vector<facts::TranslationUnit> Units;
    for (const std::string &T : Texts) {
      auto U = store::readText(T, "test");
      if (!U) {
        ADD_FAILURE() << llvm::toString(U.takeError());
        continue;
      }
      Units.push_back(std::move(*U));
    }
    return Units;
  }
};

} // namespace fearless::test

#endif
