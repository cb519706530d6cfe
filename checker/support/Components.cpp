//===-- Components.cpp - Strongly connected components of a graph ---------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "support/Components.h"

#include <algorithm>

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
