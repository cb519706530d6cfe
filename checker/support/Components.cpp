//===-- Components.cpp - Strongly connected components of a graph ---------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "support/Components.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <numeric>

using namespace fearless::support;

Components::Components(uint32_t Count,
                       llvm::function_ref<Nodes(uint32_t Node)> Successors) {
  constexpr uint32_t Unseen = ~0u;
  std::vector<uint32_t> Index(Count, Unseen), Low(Count, 0), Stack;
  std::vector<bool> OnStack(Count, false);
  struct Frame {
    uint32_t Node;
    Nodes Next;
    size_t Done = 0;
  };
  uint32_t Entered = 0, Left = 0;
  std::vector<Frame> Frames;
  Members.reserve(Count);
  Order.resize(Count);
  auto Enter = [&](uint32_t V) {
    Index[V] = Low[V] = Entered++;
    Stack.push_back(V);
    OnStack[V] = true;
    Frames.push_back({V, Successors(V)});
  };
  auto Close = [&](uint32_t V) {
    First.push_back(Members.size());
    uint32_t W;
    do {
      W = Stack.back();
      Stack.pop_back();
      OnStack[W] = false;
      Members.push_back(W);
    } while (W != V);
    std::sort(Members.begin() + First.back(), Members.end());
  };
  for (uint32_t Root = 0; Root < Count; ++Root) {
    if (Index[Root] == Unseen)
      Enter(Root);
    while (!Frames.empty()) {
      Frame &Top = Frames.back();
      uint32_t V = Top.Node;
      if (Top.Done < Top.Next.size()) {
        uint32_t W = Top.Next[Top.Done++];
        if (Index[W] == Unseen)
          Enter(W);
        else if (OnStack[W])
          Low[V] = std::min(Low[V], Index[W]);
        continue;
      }
      Frames.pop_back();
      Order[V] = Left++;
      if (!Frames.empty())
        Low[Frames.back().Node] = std::min(Low[Frames.back().Node], Low[V]);
      if (Low[V] == Index[V])
        Close(V);
    }
  }
  First.push_back(Members.size());
}

std::vector<uint32_t> Components::componentOfEach() const {
  std::vector<uint32_t> Of(Members.size());
  for (uint32_t C = 0; C < size(); ++C)
    for (uint32_t V : members(C))
      Of[V] = C;
  return Of;
}

void Components::cluster(llvm::function_ref<Nodes(uint32_t Node)> Successors,
                         llvm::function_ref<uint32_t(uint32_t Node)> GroupOf) {
  std::vector<uint32_t> Of = componentOfEach();
  // Who waits for whom, and for how many.
  std::vector<uint32_t> Missing(size()), Next(size() + 1), Waiting;
  auto ForEachEdge = [&](auto Note) {
    for (uint32_t C = 0; C < size(); ++C)
      for (uint32_t V : members(C))
        for (uint32_t W : Successors(V))
          if (Of[W] != C)
            Note(C, Of[W]);
  };
  ForEachEdge([&](uint32_t From, uint32_t To) {
    ++Missing[From];
    ++Next[To + 1];
  });
  std::partial_sum(Next.begin(), Next.end(), Next.begin());
  std::vector<uint32_t> FirstWaiting = Next;
  Waiting.resize(Next.back());
  ForEachEdge([&](uint32_t From, uint32_t To) { Waiting[Next[To]++] = From; });
  // The group at hand goes on as long as it can, then the one that became ready
  // last.
  std::vector<std::vector<uint32_t>> Ready;
  std::vector<uint32_t> Groups, Result;
  auto MakeReady = [&](uint32_t C) {
    uint32_t G = GroupOf(members(C).front());
    if (G >= Ready.size())
      Ready.resize(G + 1);
    if (Ready[G].empty())
      Groups.push_back(G);
    Ready[G].push_back(C);
  };
  for (uint32_t C = size(); C-- > 0;)
    if (!Missing[C])
      MakeReady(C);
  Result.reserve(size());
  while (!Groups.empty()) {
    uint32_t G = Groups.back();
    Groups.pop_back();
    while (!Ready[G].empty()) {
      uint32_t C = Ready[G].back();
      Ready[G].pop_back();
      Result.push_back(C);
      for (uint32_t I = FirstWaiting[C]; I < FirstWaiting[C + 1]; ++I)
        if (--Missing[Waiting[I]] == 0)
          MakeReady(Waiting[I]);
    }
  }
  rearrange(Result);
}

/// \p NewOrder: of components.
void Components::rearrange(llvm::ArrayRef<uint32_t> NewOrder) {
  std::vector<uint32_t> NewMembers, NewFirst, Left = std::move(Order);
  NewMembers.reserve(Members.size());
  NewFirst.reserve(First.size());
  Order.resize(Left.size());
  uint32_t Position = 0;
  for (uint32_t C : NewOrder) {
    NewFirst.push_back(NewMembers.size());
    llvm::append_range(NewMembers, members(C));
    // In a cycle, as the search left them.
    Nodes Here(members(C).begin(), members(C).end());
    llvm::sort(Here, [&](uint32_t A, uint32_t B) { return Left[A] < Left[B]; });
    for (uint32_t V : Here)
      Order[V] = Position++;
  }
  NewFirst.push_back(NewMembers.size());
  Members = std::move(NewMembers);
  First = std::move(NewFirst);
}
