//===-- DerivedClasses.cpp - Classes that derive from another -------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/DerivedClasses.h"

using namespace fearless;
using namespace fearless::analysis;

static constexpr size_t MaxDerived = 64;

void DerivedClasses::find() {
  Direct.emplace();
  for (uint32_t I = 0; I < Program.records().size(); ++I) {
    link::RecordSym D(I);
    const link::RecordSymbol &S = Program.record(D);
    for (const facts::BaseClass &B : Program.unit(S.Unit).record(S.Decl).Bases)
      (*Direct)[Program.symbol(S.Unit, B.Record)].push_back(D);
  }
}

std::vector<link::RecordSym> DerivedClasses::of(link::RecordSym R) {
  if (!R || !(Program.record(R).Flags & facts::RF_Polymorphic))
    return {};
  if (!Direct)
    find();
  std::vector<link::RecordSym> All{R};
  for (size_t I = 0; I < All.size() && All.size() <= MaxDerived; ++I)
    if (auto It = Direct->find(All[I]); It != Direct->end())
      for (link::RecordSym D : It->second)
        if (!llvm::is_contained(All, D))
          All.push_back(D);
  if (All.size() > MaxDerived)
    return {};
  All.erase(All.begin());
  return All;
}
