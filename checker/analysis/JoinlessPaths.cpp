//===-- JoinlessPaths.cpp - Ways from a thread's start past its joins -----===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/JoinlessPaths.h"

#include "analysis/FlowOrder.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::FactKind;
using facts::OperandKind;
using facts::PathId;
using facts::PathKind;

/// Calls and computations that are seen through in a condition.
static constexpr unsigned MaxDepth = 6;

JoinlessPaths::JoinlessPaths(const facts::FunctionBody &Facts)
    : Facts(Facts), Predecessors(Facts.Blocks.size()) {
  for (uint32_t B = 0; B < Facts.Blocks.size(); ++B)
    for (facts::BlockId S : Facts.Blocks[B].Successors)
      Predecessors[S.Index].push_back(B);
  for (uint32_t I = 0; I < Facts.Facts.size(); ++I)
    if (Facts.Facts[I].Kind == FactKind::Call) {
      uint32_t Ordinal = Facts.Facts[I].Detail;
      if (Calls.size() <= Ordinal)
        Calls.resize(Ordinal + 1, ~0u);
      Calls[Ordinal] = I;
    }
}

/// The blocks on ways from (to) \p From that pass none of \p Stops.
JoinlessPaths::Blocks JoinlessPaths::reachable(uint32_t From,
                                               const Blocks &Stops,
                                               bool Backward) const {
  Blocks Seen(Facts.Blocks.size());
  Seen.set(From);
  std::vector<uint32_t> Work{From};
  auto Go = [&](uint32_t To) {
    if (!Seen.test(To) && !Stops.test(To)) {
      Seen.set(To);
      Work.push_back(To);
    }
  };
  while (!Work.empty()) {
    uint32_t Now = Work.back();
    Work.pop_back();
    if (Backward)
      llvm::for_each(Predecessors[Now], Go);
    else
      for (facts::BlockId S : Facts.Blocks[Now].Successors)
        Go(S.Index);
  }
  return Seen;
}

/// Variables as a whole, since each assignment makes another version.
void JoinlessPaths::mentioned(const facts::Operand &O, std::set<PathId> &To,
                              unsigned Depth) const {
  if (Depth > MaxDepth)
    return;
  if (O.Kind == OperandKind::Value) {
    const facts::ValueNode &V = Facts.Values[O.value().Index];
    mentioned(V.A, To, Depth + 1);
    mentioned(V.B, To, Depth + 1);
    return;
  }
  if (!O.hasPath())
    return;
  PathId Root = Facts.root(O.path());
  const facts::PathNode &N = Facts.path(Root);
  if (N.Kind == PathKind::Result && N.Number < Calls.size() &&
      Calls[N.Number] != ~0u)
    for (const facts::Operand &Given :
         Facts.operands(Facts.Facts[Calls[N.Number]]))
      mentioned(Given, To, Depth + 1);
  if (N.Kind == PathKind::Local) // `auto it = ts.begin()`
    for (uint32_t I : Calls)
      if (I != ~0u && Facts.Facts[I].Path == Root)
        for (const facts::Operand &Given : Facts.operands(Facts.Facts[I]))
          mentioned(Given, To, Depth + 1);
  // A member is as good as a variable; `this` alone is not.
  To.insert(N.Kind == PathKind::Parameter ? O.path() : Root);
}

std::set<PathId> JoinlessPaths::askedBy(uint32_t Block) const {
  std::set<PathId> Result;
  const facts::Block &B = Facts.Blocks[Block];
  if (B.FactCount) {
    const facts::Fact &Last = Facts.Facts[B.FirstFact + B.FactCount - 1];
    if (Last.Kind == FactKind::Assume || Last.Kind == FactKind::Switch)
      mentioned(Facts.operands(Last)[0], Result, 0);
  }
  return Result;
}

/// What tells whether a thread was started: what the branches ask by which one
/// gets there, and what is assigned beside it.
std::set<PathId> JoinlessPaths::tellingOf(uint32_t Start) const {
  uint32_t Here = blockOf(Facts, Start);
  Blocks None(Facts.Blocks.size());
  Blocks Before = reachable(Here, None, /*Backward=*/true);
  std::set<PathId> Result;
  for (unsigned B : Before.set_bits()) {
    bool Decides = B != Here && llvm::any_of(Facts.Blocks[B].Successors,
                                             [&](facts::BlockId S) {
                                               return !Before.test(S.Index);
                                             });
    if (Decides)
      Result.merge(askedBy(B));
  }
  for (const facts::Fact &F : Facts.facts(Facts.Blocks[Here]))
    if (F.Kind == FactKind::Assign || F.Kind == FactKind::Write)
      mentioned({OperandKind::Load, 0, F.Path.Index}, Result, 0);
  return Result;
}

bool JoinlessPaths::dependsOnStart(uint32_t Start,
                                   llvm::ArrayRef<uint32_t> Joins,
                                   uint32_t End) const {
  if (Joins.empty())
    return false;
  Blocks Joining(Facts.Blocks.size());
  for (uint32_t J : Joins)
    Joining.set(blockOf(Facts, J));
  Blocks Ways = reachable(blockOf(Facts, Start), Joining, /*Backward=*/false);
  Ways &= reachable(blockOf(Facts, End), Joining, /*Backward=*/true);
  Blocks ToJoin(Facts.Blocks.size());
  for (unsigned B : Joining.set_bits())
    ToJoin |= reachable(B, Blocks(Facts.Blocks.size()), /*Backward=*/true);
  std::set<PathId> Handle, Telling = tellingOf(Start);
  if (Facts.Facts[Start].OperandCount)
    mentioned(Facts.operands(Facts.Facts[Start])[0], Handle, 0);
  uint32_t Here = blockOf(Facts, Start);
  Blocks Past = reachableBlocks(Facts, [&](const facts::Block &B, size_t) {
    return &B != &Facts.Blocks[Here];
  });
  for (unsigned B : Ways.set_bits()) {
    bool Decides =
        llvm::any_of(Facts.Blocks[B].Successors, [&](facts::BlockId S) {
          return !Ways.test(S.Index) && ToJoin.test(S.Index);
        });
    if (!Decides)
      continue;
    // Where every way passes the start, only the handle tells.
    bool Surely = B == Here || !Past.test(B);
    for (PathId P : askedBy(B))
      if (Handle.count(P) || (!Surely && Telling.count(P)))
        return true;
  }
  return false;
}

bool JoinlessPaths::passesLoops(uint32_t Start, llvm::ArrayRef<uint32_t> Joins,
                                uint32_t End) const {
  FlowOrder Flow(Facts);
  Blocks Heads(Facts.Blocks.size());
  for (uint32_t J : Joins)
    if (auto Head = Flow.innermostLoop(blockOf(Facts, J)))
      Heads.set(*Head);
  return Heads.none() ||
         reachable(blockOf(Facts, Start), Heads, /*Backward=*/false)
             .test(blockOf(Facts, End));
}
