//===-- BarrierPhases.cpp - What threads do between two barriers ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/BarrierPhases.h"

#include "analysis/FlowOrder.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::FunctionBody;
using models::Effect;
using models::EffectKind;

/// Calls in calls that are looked at for a wait, and functions up the calls to
/// one that does both of two things.
static constexpr unsigned MaxDepth = 4;

bool analysis::isBarrier(const CallSite &Site) {
  if (!Site.Model)
    return false;
  const Effect *Told = nullptr;
  for (const Effect &E : Site.Model->Effects) {
    if (E.Kind == EffectKind::Notify)
      Told = &E;
    else if (E.Kind == EffectKind::Wait && Told && E.On == Told->On)
      return true;
  }
  return false;
}

BarrierPhases::BarrierPhases(const link::Program &Program,
                             const CallGraph &Graph)
    : Program(Program), Graph(Graph) {
  for (uint32_t B = 0; B < Program.bodies().size(); ++B)
    for (const CallSite &S : Graph.sites(BodyId(B)))
      if (isBarrier(S))
        Barriers.push_back({BodyId(B), S.Fact});
}

bool BarrierPhases::waitsAt(const CallSite &Site, unsigned Depth) {
  if (isBarrier(Site))
    return true;
  return !Site.Model && Depth < MaxDepth && Site.Targets.Bodies.size() == 1 &&
         alwaysWaits(Site.Targets.Bodies[0], Depth + 1);
}

/// Is there a wait on every way through \p B?
bool BarrierPhases::alwaysWaits(BodyId B, unsigned Depth) {
  auto [It, New] = Always.try_emplace(B, false);
  if (!New)
    return It->second;
  llvm::BitVector Waiting;
  const FunctionBody *Facts = nullptr;
  for (const CallSite &Site : Graph.sites(B)) {
    if (!waitsAt(Site, Depth))
      continue;
    if (!Facts) {
      Facts = &Program.facts(B);
      Waiting.resize(Facts->Blocks.size());
    }
    Waiting.set(blockOf(*Facts, Site.Fact));
  }
  bool Result = false;
  if (Facts)
    Result = !reachableBlocks(*Facts, [&](const facts::Block &Block, size_t) {
                return !Waiting.test(&Block - Facts->Blocks.data());
              }).test(Facts->Exit.Index);
  return Always[B] = Result;
}

const BarrierPhases::Phases &BarrierPhases::phases(BodyId B) {
  auto [It, New] = Known.try_emplace(B);
  if (!New)
    return It->second;
  Phases &P = It->second;
  for (const CallSite &Site : Graph.sites(B))
    if (waitsAt(Site, 0))
      P.Waits.push_back(Site.Fact);
  if (!P.Waits.empty())
    solve(Program.facts(B), P);
  return P;
}

/// Which waits lead to which, with no way back.
static std::vector<llvm::BitVector>
waitsAfter(const FunctionBody &Facts, llvm::ArrayRef<uint32_t> BlockOfWait) {
  std::vector<uint32_t> Order = FlowOrder(Facts).reversePostOrder();
  std::vector<llvm::BitVector> Result;
  for (uint32_t From : BlockOfWait) {
    llvm::BitVector Seen(Facts.Blocks.size()), After(BlockOfWait.size());
    llvm::SmallVector<uint32_t, 8> Work{From};
    Seen.set(From);
    while (!Work.empty()) {
      uint32_t B = Work.pop_back_val();
      for (facts::BlockId S : Facts.Blocks[B].Successors)
        if (Order[S.Index] > Order[B] && !Seen.test(S.Index)) {
          Seen.set(S.Index);
          Work.push_back(S.Index);
        }
    }
    for (size_t W = 0; W < BlockOfWait.size(); ++W)
      if (Seen.test(BlockOfWait[W]))
        After.set(W);
    Result.push_back(std::move(After));
  }
  return Result;
}

void BarrierPhases::solve(const FunctionBody &Facts, Phases &P) const {
  llvm::SmallVector<uint32_t, 4> BlockOfWait;
  for (uint32_t W : P.Waits)
    BlockOfWait.push_back(blockOf(Facts, W));
  auto After = waitsAfter(Facts, BlockOfWait);
  for (size_t W = 0; W < P.Waits.size(); ++W) {
    P.Number.push_back(W + 1);
    for (size_t V = 0; V < W; ++V)
      if (!After[V].test(W) && !After[W].test(V)) {
        P.Number[W] = P.Number[V];
        break;
      }
  }
  P.Before.assign(Facts.Blocks.size(), llvm::BitVector(P.Waits.size() + 1));
  P.Before[0].set(0);
  llvm::SmallVector<uint32_t, 8> Work{0};
  while (!Work.empty()) {
    uint32_t B = Work.pop_back_val();
    llvm::BitVector Out = P.Before[B];
    for (size_t W = 0; W < P.Waits.size(); ++W)
      if (BlockOfWait[W] == B) { // The last one stands.
        Out.reset();
        Out.set(P.Number[W]);
      }
    for (facts::BlockId S : Facts.Blocks[B].Successors) {
      llvm::BitVector &In = P.Before[S.Index];
      llvm::BitVector All = In;
      All |= Out;
      if (All != In) {
        In = std::move(All);
        Work.push_back(S.Index);
      }
    }
  }
}

llvm::BitVector BarrierPhases::lastBefore(BodyId B, uint32_t Fact) {
  const Phases &P = phases(B);
  uint32_t Block = blockOf(Program.facts(B), Fact);
  llvm::BitVector Result = P.Before[Block];
  for (size_t W = 0; W < P.Waits.size(); ++W)
    if (P.Waits[W] < Fact && blockOf(Program.facts(B), P.Waits[W]) == Block) {
      Result.reset();
      Result.set(P.Number[W]);
    }
  return Result;
}

BarrierPhases::Relation BarrierPhases::compare(Site X, Site Y) {
  if (Barriers.empty())
    return Unrelated;
  // The calls that lead there, as far as there is but one.
  auto Ways = [&](Site S) {
    llvm::SmallVector<Site, MaxDepth> Result{S};
    for (auto Callers = Graph.callers(S.Body);
         Callers.size() == 1 && Result.size() < MaxDepth;
         Callers = Graph.callers(Result.back().Body))
      Result.push_back({Callers[0].Body, Callers[0].Fact});
    return Result;
  };
  auto Others = Ways(Y);
  for (Site A : Ways(X))
    for (Site B : Others) {
      if (A.Body != B.Body || phases(A.Body).Waits.empty())
        continue;
      return lastBefore(A.Body, A.Fact).anyCommon(lastBefore(B.Body, B.Fact))
                 ? Same
                 : Different;
    }
  return Unrelated;
}
