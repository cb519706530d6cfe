//===-- Situations.cpp - What holds on the ways of a root -----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/Situations.h"

using namespace fearless::analysis;

Situations::Id Situations::intern(const Situation &S) {
  auto [It, New] = Index.try_emplace(S, All.size());
  if (New)
    All.push_back(S);
  return It->second;
}

Situations::Id Situations::join(Id A, Id B) {
  if (A == B)
    return A;
  auto [It, New] = Joins.try_emplace(std::minmax(A, B), 0);
  if (!New)
    return It->second;
  const Situation X = All[A], Y = All[B];
  Situation S;
  S.Held = Locks.intersect(X.Held, Y.Held);
  S.Uncertain = Locks.unite(X.Uncertain, Y.Uncertain);
  S.Shared = Locks.unite(X.Shared, Y.Shared);
  S.Initialised = Locks.intersect(X.Initialised, Y.Initialised);
  S.Running = Spawns.unite(X.Running, Y.Running);
  S.Observed = Hands.intersect(X.Observed, Y.Observed);
  S.Published = Hands.unite(X.Published, Y.Published);
  return It->second = intern(S);
}
