//===-- ComponentsTest.cpp - Order and clusters of components -------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "support/Components.h"

#include "gtest/gtest.h"

#include <random>

using fearless::support::Components;

namespace {

using Graph = std::vector<Components::Nodes>;

Components clustered(const Graph &G, const std::vector<uint32_t> &Groups) {
  auto Successors = [&](uint32_t V) { return G[V]; };
  Components C(G.size(), Successors);
  C.cluster(Successors, [&](uint32_t V) { return Groups[V]; });
  return C;
}

/// How often the next component is one of another group.
unsigned changes(const Components &C, const std::vector<uint32_t> &Groups) {
  unsigned N = 0;
  for (uint32_t I = 1; I < C.size(); ++I)
    N += Groups[C.members(I).front()] != Groups[C.members(I - 1).front()];
  return N;
}

TEST(ComponentsTest, GroupsStayTogether) {
  // Two chains that touch nowhere, their nodes mixed.
  Graph G(8);
  std::vector<uint32_t> Groups(8);
  for (uint32_t V = 0; V < 8; ++V) {
    Groups[V] = V % 2;
    if (V >= 2)
      G[V].push_back(V - 2);
  }
  EXPECT_EQ(changes(clustered(G, Groups), Groups), 1u);
}

TEST(ComponentsTest, SuccessorsStillComeFirst) {
  std::mt19937 Random(5);
  for (unsigned Round = 0; Round < 300; ++Round) {
    Graph G(1 + Random() % 40);
    std::vector<uint32_t> Groups(G.size());
    for (uint32_t V = 0; V < G.size(); ++V) {
      Groups[V] = Random() % 4;
      for (unsigned N = Random() % 4; N--;)
        G[V].push_back(Random() % G.size());
    }
    auto Successors = [&](uint32_t V) { return G[V]; };
    Components Before(G.size(), Successors), C = clustered(G, Groups);
    ASSERT_EQ(C.size(), Before.size());
    std::vector<uint32_t> Of(G.size()), Seen(G.size());
    for (uint32_t I = 0; I < C.size(); ++I)
      for (uint32_t V : C.members(I)) {
        Of[V] = I;
        ++Seen[V];
      }
    for (uint32_t V = 0; V < G.size(); ++V) {
      EXPECT_EQ(Seen[V], 1u);
      for (uint32_t W : G[V]) {
        EXPECT_LE(Of[W], Of[V]);
        if (Of[W] != Of[V])
          EXPECT_LT(C.order(W), C.order(V));
      }
    }
    // A component is what it was.
    for (uint32_t I = 0; I < Before.size(); ++I) {
      auto Members = Before.members(I);
      EXPECT_EQ(Members, C.members(Of[Members.front()]));
    }
  }
}

} // namespace
