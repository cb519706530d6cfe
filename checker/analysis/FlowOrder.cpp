//===-- FlowOrder.cpp - Orders and dominance of a flow graph --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/FlowOrder.h"

#include <algorithm>

using namespace fearless;
using namespace fearless::analysis;

FlowOrder::FlowOrder(const facts::FunctionBody &Body) : Body(Body) {
  size_t N = Body.Blocks.size();
  Number.assign(N, ~0u);
  Predecessors.resize(N);
  std::vector<uint32_t> Post;
  std::vector<bool> Seen(N, false);
  std::vector<std::pair<uint32_t, size_t>> Stack;
  auto Visit = [&](uint32_t Root) {
    if (Seen[Root])
      return;
    Seen[Root] = true;
    Stack.push_back({Root, 0});
    while (!Stack.empty()) {
      auto &[B, Next] = Stack.back();
      const auto &Successors = Body.Blocks[B].Successors;
      if (Next == Successors.size()) {
        Post.push_back(B);
        Stack.pop_back();
        continue;
      }
      uint32_t S = Successors[Next++].Index;
      if (!Seen[S]) {
        Seen[S] = true;
        Stack.push_back({S, 0});
      }
    }
  };
  // Handlers first, so that they come last in reverse.
  for (const facts::Cleanup &C : Body.Cleanups)
    for (facts::BlockId H : C.Handlers)
      Visit(H.Index);
  if (N)
    Visit(0);
  for (uint32_t B = 0; B < N; ++B)
    Visit(B);
  Sequence.assign(Post.rbegin(), Post.rend());
  for (uint32_t I = 0; I < Sequence.size(); ++I)
    Number[Sequence[I]] = I;
  for (uint32_t B = 0; B < N; ++B)
    for (facts::BlockId S : Body.Blocks[B].Successors)
      Predecessors[S.Index].push_back(B);
}

std::vector<uint32_t> FlowOrder::immediatePostDominators() const {
  // Node N is the end of the function, after the exit; paths that end in a call
  // that does not return do not count, unless there are no others. The order is
  // reverse post-order of the reversed graph.
  uint32_t N = Body.Blocks.size(), End = N;
  std::vector<std::vector<uint32_t>> Preds(N + 1), Succs(N + 1);
  for (uint32_t B = 0; B < N; ++B) {
    if (Body.Blocks[B].Successors.empty() &&
        (!Body.Exit || B == Body.Exit.Index))
      Succs[B].push_back(End);
    for (facts::BlockId S : Body.Blocks[B].Successors)
      Succs[B].push_back(S.Index);
    for (uint32_t S : Succs[B])
      Preds[S].push_back(B);
  }
  std::vector<uint32_t> Rank(N + 1, ~0u), ByRank;
  std::vector<std::pair<uint32_t, size_t>> Stack{{End, 0}};
  std::vector<bool> Seen(N + 1, false);
  Seen[End] = true;
  while (!Stack.empty()) {
    auto &[B, Next] = Stack.back();
    if (Next == Preds[B].size()) {
      ByRank.push_back(B);
      Stack.pop_back();
      continue;
    }
    uint32_t P = Preds[B][Next++];
    if (!Seen[P]) {
      Seen[P] = true;
      Stack.push_back({P, 0});
    }
  }
  std::reverse(ByRank.begin(), ByRank.end());
  for (uint32_t I = 0; I < ByRank.size(); ++I)
    Rank[ByRank[I]] = I;
  std::vector<uint32_t> Idom(N + 1, ~0u);
  Idom[End] = End;
  auto Meet = [&](uint32_t A, uint32_t B) {
    while (A != B) {
      while (Rank[A] > Rank[B])
        A = Idom[A];
      while (Rank[B] > Rank[A])
        B = Idom[B];
    }
    return A;
  };
  for (bool Changed = true; Changed;) {
    Changed = false;
    for (uint32_t B : ByRank) {
      if (B == End)
        continue;
      uint32_t New = ~0u;
      for (uint32_t S : Succs[B])
        if (Rank[S] != ~0u && Idom[S] != ~0u)
          New = New == ~0u ? S : Meet(S, New);
      if (New != Idom[B]) {
        Idom[B] = New;
        Changed = true;
      }
    }
  }
  Idom.resize(N);
  for (uint32_t &I : Idom)
    if (I == End)
      I = ~0u;
  return Idom;
}

std::vector<uint32_t> FlowOrder::loopHeads() const {
  std::vector<uint32_t> Heads;
  for (uint32_t B = 0; B < Body.Blocks.size(); ++B)
    for (uint32_t P : Predecessors[B])
      if (Number[P] >= Number[B]) {
        Heads.push_back(B);
        break;
      }
  return Heads;
}

std::vector<uint32_t> FlowOrder::loopBlocks(uint32_t Head) const {
  std::vector<bool> In(Body.Blocks.size(), false);
  std::vector<uint32_t> Work, Blocks{Head};
  In[Head] = true;
  for (uint32_t P : Predecessors[Head])
    if (Number[P] >= Number[Head])
      Work.push_back(P);
  while (!Work.empty()) {
    uint32_t B = Work.back();
    Work.pop_back();
    if (In[B])
      continue;
    In[B] = true;
    Blocks.push_back(B);
    for (uint32_t P : Predecessors[B])
      Work.push_back(P);
  }
  return Blocks;
}

std::optional<uint32_t> FlowOrder::innermostLoop(uint32_t Block) const {
  std::optional<uint32_t> Best;
  size_t BestSize = ~size_t(0);
  for (uint32_t Head : loopHeads()) {
    std::vector<uint32_t> Blocks = loopBlocks(Head);
    if (Blocks.size() < BestSize &&
        std::find(Blocks.begin(), Blocks.end(), Block) != Blocks.end()) {
      Best = Head;
      BestSize = Blocks.size();
    }
  }
  return Best;
}

uint32_t analysis::blockOf(const facts::FunctionBody &Body, uint32_t Fact) {
  auto At = llvm::find_if(Body.Blocks, [&](const facts::Block &B) {
    return Fact >= B.FirstFact && Fact < B.FirstFact + B.FactCount;
  });
  return At == Body.Blocks.end() ? 0 : At - Body.Blocks.begin();
}

llvm::BitVector analysis::reachableBlocks(
    const facts::FunctionBody &Body,
    llvm::function_ref<bool(const facts::Block &, size_t)> Takes) {
  llvm::BitVector Seen(Body.Blocks.size());
  std::vector<uint32_t> Work{0};
  Seen.set(0);
  auto Go = [&](facts::BlockId To) {
    if (!Seen.test(To.Index)) {
      Seen.set(To.Index);
      Work.push_back(To.Index);
    }
  };
  while (!Work.empty()) {
    const facts::Block &Block = Body.Blocks[Work.back()];
    Work.pop_back();
    for (const facts::Fact &F : Body.facts(Block))
      for (facts::CleanupId C = F.Unwind; C; C = Body.Cleanups[C.Index].Next)
        for (facts::BlockId H : Body.Cleanups[C.Index].Handlers)
          Go(H);
    for (size_t I = 0; I < Block.Successors.size(); ++I)
      if (Takes(Block, I))
        Go(Block.Successors[I]);
  }
  return Seen;
}

llvm::BitVector analysis::doomedFacts(const facts::FunctionBody &Body) {
  llvm::BitVector Doomed(Body.Blocks.size());
  for (bool Changed = true; Changed;) {
    Changed = false;
    for (uint32_t B = Body.Blocks.size(); B-- > 0;) {
      if (Doomed[B] || facts::BlockId(B) == Body.Exit)
        continue;
      bool All = llvm::all_of(Body.Blocks[B].Successors, [&](facts::BlockId S) {
        return Doomed[S.Index];
      });
      if (All) {
        Doomed.set(B);
        Changed = true;
      }
    }
  }
  llvm::BitVector Facts;
  if (Doomed.none())
    return Facts;
  Facts.resize(Body.Facts.size());
  for (unsigned B : Doomed.set_bits())
    for (uint32_t I = 0; I < Body.Blocks[B].FactCount; ++I)
      Facts.set(Body.Blocks[B].FirstFact + I);
  return Facts;
}
