//===-- TrialMemory.cpp - What memory holds while a trial runs ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/TrialMemory.h"

#include "llvm/ADT/SmallVector.h"

#include <algorithm>

using namespace fearless;
using namespace fearless::analysis;

PlaceId TrialPlaces::place(TrialPlace P) {
  auto [It, New] = Ids.try_emplace(P, PlaceId(Nodes.size()));
  if (New)
    Nodes.push_back(P);
  return It->second;
}

PlaceId TrialPlaces::rebase(PlaceId P, PlaceId From, PlaceId To) {
  if (P == From)
    return To;
  if (!P)
    return {};
  TrialPlace Node = Nodes[P.Index];
  Node.Parent = rebase(Node.Parent, From, To);
  return Node.Parent ? place(Node) : PlaceId();
}

bool TrialPlaces::has(PlaceId P, TrialPlace::Kind What) const {
  for (; P; P = Nodes[P.Index].Parent)
    if (Nodes[P.Index].What == What)
      return true;
  return false;
}

std::vector<int64_t> TrialPlaces::indices(PlaceId P) const {
  std::vector<int64_t> Result;
  for (; P && Nodes[P.Index].What != TrialPlace::Target;
       P = Nodes[P.Index].Parent)
    if (Nodes[P.Index].What == TrialPlace::Element)
      Result.push_back(Nodes[P.Index].Number);
  std::reverse(Result.begin(), Result.end());
  return Result;
}

/// Is \p P in \p Whole?
static bool isIn(const TrialPlaces &Places, PlaceId P, PlaceId Whole) {
  for (; P; P = Places[P].Parent)
    if (P == Whole)
      return true;
  return false;
}

void TrialContents::forget(const TrialPlaces &Places, PlaceId P) {
  llvm::SmallVector<uint32_t, 8> Gone;
  for (const auto &[Where, V] : Values)
    if (isIn(Places, PlaceId(Where), P))
      Gone.push_back(Where);
  for (uint32_t Where : Gone)
    Values.erase(Where);
}

void TrialContents::copy(TrialPlaces &Places, PlaceId From, PlaceId To) {
  std::vector<std::pair<PlaceId, TrialValue>> Copies;
  for (const auto &[Where, V] : Values)
    if (isIn(Places, PlaceId(Where), From))
      Copies.emplace_back(PlaceId(Where), V);
  for (const auto &[Where, V] : Copies)
    set(Places.rebase(Where, From, To), V);
}
