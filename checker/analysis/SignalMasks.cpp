//===-- SignalMasks.cpp - Where no signal handler can run -----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/SignalMasks.h"

#include "analysis/FlowOrder.h"

using namespace fearless;
using namespace fearless::analysis;
using models::EffectKind;

/// Threads that start each other are followed so far.
static constexpr unsigned MaxDepth = 8;

SignalMasks::SignalMasks(const link::Program &Program, const CallGraph &Graph,
                         const ThreadRoots &Roots)
    : Program(Program), Graph(Graph), Roots(Roots) {
  for (uint32_t C = 0; C < Graph.componentCount(); ++C)
    for (BodyId B : Graph.component(C))
      if (llvm::any_of(Graph.sites(B), [&](const CallSite &S) {
            return changeBy(B, S) != Keeps;
          }))
        look(B);
}

SignalMasks::Change SignalMasks::changeBy(BodyId B, const CallSite &S) const {
  Change Result = Keeps;
  if (S.has({EffectKind::MasksSignals, EffectKind::UnmasksSignals})) {
    const facts::Fact &F = Program.facts(B).Facts[S.Fact];
    for (const models::Effect &E : S.Model->Effects)
      if (!isExcluded(Program, B, F, E)) {
        if (E.Kind == EffectKind::MasksSignals)
          Result = Masks;
        if (E.Kind == EffectKind::UnmasksSignals)
          Result = Unmasks;
      }
  }
  for (BodyId Callee : S.Targets.Bodies)
    if (auto It = AtEnd.find(Callee); It != AtEnd.end())
      Result = S.Targets.Bodies.size() == 1 ? It->second : Unmasks;
  return Result;
}

/// Masked at the start of a block: on all ways there. The entry is not.
void SignalMasks::look(BodyId B) {
  Program.trim();
  const facts::FunctionBody &Facts = Program.facts(B);
  llvm::DenseMap<uint32_t, Change> Last; // Of each block.
  bool Ends = false;
  for (const CallSite &S : Graph.sites(B))
    if (Change C = changeBy(B, S); C != Keeps) {
      Last[blockOf(Facts, S.Fact)] = C;
      Ends |= C == Unmasks;
    }
  llvm::BitVector AtStart(Facts.Blocks.size(), true);
  AtStart.reset(0);
  auto After = [&](uint32_t Block) {
    auto It = Last.find(Block);
    return It == Last.end() ? AtStart.test(Block) : It->second == Masks;
  };
  for (bool Changed = true; Changed;) {
    Changed = false;
    for (uint32_t Block = 0; Block < Facts.Blocks.size(); ++Block)
      if (!After(Block))
        for (facts::BlockId To : Facts.Blocks[Block].Successors)
          if (AtStart.test(To.Index)) {
            AtStart.reset(To.Index);
            Changed = true;
          }
  }
  if (Facts.Exit && After(Facts.Exit.Index))
    AtEnd[B] = Masks;
  else if (Ends)
    AtEnd[B] = Unmasks;
  Masked[B] = std::move(AtStart);
}

bool SignalMasks::maskedHere(Site S) const {
  auto It = Masked.find(S.Body);
  if (It == Masked.end())
    return false;
  const facts::FunctionBody &Facts = Program.facts(S.Body);
  uint32_t Block = blockOf(Facts, S.Fact);
  bool Result = It->second.test(Block);
  for (const CallSite &Call : Graph.sites(S.Body))
    if (Call.Fact < S.Fact && Call.Fact >= Facts.Blocks[Block].FirstFact)
      if (Change C = changeBy(S.Body, Call); C != Keeps)
        Result = C == Masks;
  return Result;
}

bool SignalMasks::masked(Site S, RootId R, uint32_t Way, unsigned Depth) const {
  if (Masked.empty())
    return false;
  std::vector<Site> Chain = Roots.callChain(S.Body, R, Way);
  Chain.push_back(S);
  if (llvm::any_of(Chain, [&](Site X) { return maskedHere(X); }))
    return true;
  const Root &Of = Roots.root(R);
  if (Of.What != Root::Thread || Of.Handler || Depth > MaxDepth)
    return false;
  auto Starters = Roots.contexts(Of.Spawn.Body);
  return !Starters.empty() && llvm::all_of(Starters, [&](const RootContext &C) {
    return masked(Of.Spawn, C.Root, 0, Depth + 1);
  });
}
