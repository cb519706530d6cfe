//===-- StaticInitialisers.cpp - What runs once, in a function ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/StaticInitialisers.h"

#include <algorithm>

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;

/// Whether this block ends in the guard of a function-local static: two ways
/// and no condition. The second initialises.
static bool isGuard(const facts::FunctionBody &Body, const facts::Block &B) {
  if (B.Successors.size() != 2)
    return false;
  auto Facts = Body.facts(B);
  return Facts.empty() || (Facts.back().Kind != FactKind::Assume &&
                           Facts.back().Kind != FactKind::Switch);
}

/// The blocks on the way from the guard to where the two ways meet.
static std::vector<uint32_t> region(const facts::FunctionBody &Body,
                                    const facts::Block &Guard) {
  std::vector<uint32_t> Blocks{Guard.Successors[1].Index};
  for (size_t I = 0; I < Blocks.size(); ++I)
    for (facts::BlockId S : Body.Blocks[Blocks[I]].Successors)
      if (S != Guard.Successors[0] && !llvm::is_contained(Blocks, S.Index))
        Blocks.push_back(S.Index);
  return Blocks;
}

/// The static variable of the function that a fact gives its first value.
static facts::VariableId initialised(const facts::TranslationUnit &Unit,
                                     const facts::FunctionBody &Body,
                                     const Fact &F) {
  if (!F.Path || (F.Kind != FactKind::Write && F.Kind != FactKind::Assign &&
                  F.Kind != FactKind::Construct && F.Kind != FactKind::Call))
    return {};
  const facts::PathNode &Root = Body.path(Body.root(F.Path));
  if (Root.Kind != PathKind::Global)
    return {};
  facts::VariableId Id(Root.Number);
  const facts::Variable &V = Unit.variable(Id);
  return V.Flags & facts::VF_FunctionStatic && V.Loc == F.Loc
             ? Id
             : facts::VariableId();
}

std::vector<StaticGuard> analysis::staticGuards(const link::Program &Program,
                                                BodyId B) {
  std::vector<StaticGuard> Result;
  const link::Body &Body = Program.body(B);
  const facts::TranslationUnit &Unit = Program.unit(Body.Unit);
  if (Unit.Language != facts::Language::CXX)
    return Result;
  for (uint32_t I = 0; I < Body.Facts->Blocks.size(); ++I) {
    const facts::Block &Guard = Body.Facts->Blocks[I];
    if (!isGuard(*Body.Facts, Guard))
      continue;
    StaticGuard G;
    G.Block = I;
    G.After = Guard.Successors[0].Index;
    G.Region = region(*Body.Facts, Guard);
    for (uint32_t R : G.Region)
      for (const Fact &F : Body.Facts->facts(Body.Facts->Blocks[R]))
        if (auto V = initialised(Unit, *Body.Facts, F))
          G.Variable = Program.symbol(Body.Unit, V);
    if (G.Variable)
      Result.push_back(std::move(G));
  }
  return Result;
}

std::vector<InitialiserFact>
analysis::staticInitialisers(const link::Program &Program, BodyId B) {
  std::vector<InitialiserFact> Result;
  const facts::FunctionBody &Facts = Program.facts(B);
  for (const StaticGuard &G : staticGuards(Program, B))
    for (uint32_t I : G.Region) {
      const facts::Block &In = Facts.Blocks[I];
      for (uint32_t F = In.FirstFact; F < In.FirstFact + In.FactCount; ++F)
        Result.push_back({F, G.Variable});
    }
  llvm::sort(Result, [](const InitialiserFact &A, const InitialiserFact &B) {
    return std::pair(A.Fact, A.Variable.Index) <
           std::pair(B.Fact, B.Variable.Index);
  });
  return Result;
}

link::VariableSym analysis::initialisedBy(llvm::ArrayRef<InitialiserFact> Facts,
                                          uint32_t Fact) {
  auto It = std::lower_bound(
      Facts.begin(), Facts.end(), Fact,
      [](const InitialiserFact &I, uint32_t F) { return I.Fact < F; });
  return It != Facts.end() && It->Fact == Fact ? It->Variable
                                               : link::VariableSym();
}
