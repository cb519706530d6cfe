//===-- Versions.cpp - Which definition reaches a load --------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "extract/Versions.h"

#include <algorithm>

namespace fearless::extract {

uint32_t Versions::index(Entity E) {
  auto [It, New] =
      Indices.try_emplace(E.key(), static_cast<uint32_t>(Entities.size()));
  if (New) {
    Entities.push_back(E);
    Last.push_back(0);
  }
  return It->second;
}

Versions::Binding &Versions::at(uint32_t Index) {
  if (Now.size() <= Index)
    Now.resize(Index + 1);
  return Now[Index];
}

Versions::Binding Versions::current(Entity E) const {
  auto It = Indices.find(E.key());
  if (It == Indices.end() || It->second >= Now.size())
    return {};
  return Now[It->second];
}

uint32_t Versions::define(Entity E, std::optional<facts::Operand> Value) {
  uint32_t Index = index(E);
  at(Index) = {++Last[Index], Value};
  return Last[Index];
}

void Versions::assume(Entity E, facts::Operand Value) {
  at(index(E)).Value = Value;
}

void Versions::join(const State &Other, std::vector<Entity> &Joined) {
  Now.resize(std::max(Now.size(), Other.size()));
  const Binding AtEntry;
  for (uint32_t I = 0; I < Now.size(); ++I) {
    const Binding &Theirs = I < Other.size() ? Other[I] : AtEntry;
    if (Now[I] == Theirs)
      continue;
    std::optional<facts::Operand> Value;
    if (Now[I].Value == Theirs.Value)
      Value = Now[I].Value;
    Now[I] = {++Last[I], Value};
    if (std::find_if(Joined.begin(), Joined.end(), [&](Entity E) {
          return E.key() == Entities[I].key();
        }) == Joined.end())
      Joined.push_back(Entities[I]);
  }
}

} // namespace fearless::extract
