//===-- UnitCache.cpp - The decoded parts of a large program --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "link/UnitCache.h"

using namespace fearless;
using namespace fearless::link;
using facts::FunctionBody;
using facts::TranslationUnit;

namespace {

template <class T> size_t bytes(const std::vector<T> &V) {
  return V.capacity() * sizeof(T);
}

/// What an allocation takes beside its content, about.
constexpr size_t Allocation = 16;

size_t bytes(const FunctionBody &B) {
  size_t Size = sizeof(B) + bytes(B.Locals) + bytes(B.Paths) +
                bytes(B.Values) + bytes(B.Operands) + bytes(B.Facts) +
                bytes(B.Blocks) + bytes(B.Cleanups) + bytes(B.Spellings);
  return Size + (B.Blocks.size() + B.Cleanups.size() + 8) * Allocation;
}

size_t bytesOfTables(const TranslationUnit &U) {
  constexpr size_t PerList = 8 + Allocation;
  size_t Size = sizeof(U) + bytes(U.Types) + bytes(U.Records) +
                bytes(U.Fields) + bytes(U.Functions) + bytes(U.Variables);
  for (const facts::Record &R : U.Records)
    Size += bytes(R.Fields) + bytes(R.Methods) + PerList;
  return Size + U.Functions.size() * 2 * PerList;
}

size_t bytesOfTexts(const TranslationUnit &U) {
  size_t Size = sizeof(U) + bytes(U.Strings) + bytes(U.Files);
  for (const std::string &S : U.Strings)
    Size += S.size() < sizeof(S) / 2 ? 0 : S.size() + Allocation;
  return Size;
}

} // namespace

UnitCache::UnitCache(facts::UnitSources S, size_t Budget)
    : Sources(std::move(S)), Budget(Budget), Tables(Sources.size()), Texts(Sources.size()) {
  for (uint32_t U = 0; U < Sources.size(); ++U)
    Tables[U] = Texts[U] = Sources[U]->resident();
}

UnitCache::~UnitCache() { giveUp(0); }

void UnitCache::addBody(UnitId U, uint32_t Number) {
  const TranslationUnit *Resident = Sources[U.Index]->resident();
  Places.push_back({U, Number});
  Bodies.push_back(Resident ? &Resident->Bodies[Number] : nullptr);
}

void UnitCache::closeBodies() {
  std::vector<uint32_t> Numbers;
  size_t At = 0;
  for (uint32_t U = 0; U < Sources.size(); ++U) {
    Numbers.clear();
    for (; At < Places.size() && Places[At].Unit.Index == U; ++At)
      Numbers.push_back(Places[At].Number);
    Sources[U]->keepBodies(Numbers);
    std::vector<facts::BodyHead>().swap(Sources[U]->Bodies);
  }
}

void UnitCache::note(Part::Kind What, uint32_t Index, size_t Size) {
  Loaded.push_back({What, Index, Size});
  Bytes += Size;
}

const TranslationUnit &UnitCache::loadTables(UnitId U) {
  auto *T = new TranslationUnit(Sources[U.Index]->tables());
  Tables[U.Index] = T;
  note(Part::Tables, U.Index, bytesOfTables(*T));
  return *T;
}

const TranslationUnit &UnitCache::loadTexts(UnitId U) {
  auto *T = new TranslationUnit(Sources[U.Index]->texts());
  Texts[U.Index] = T;
  note(Part::Texts, U.Index, bytesOfTexts(*T));
  return *T;
}

const FunctionBody &UnitCache::loadBody(BodyId B) {
  Place At = Places[B.Index];
  auto *F = new FunctionBody(Sources[At.Unit.Index]->body(At.Number));
  Bodies[B.Index] = F;
  note(Part::Body, B.Index, bytes(*F));
  return *F;
}

void UnitCache::giveUp(size_t To) {
  while (!Loaded.empty() && Bytes > To) {
    Part P = Loaded.front();
    Loaded.pop_front();
    Bytes -= P.Bytes;
    switch (P.What) {
    case Part::Tables:
      delete std::exchange(Tables[P.Index], nullptr);
      break;
    case Part::Texts:
      delete std::exchange(Texts[P.Index], nullptr);
      break;
    case Part::Body:
      delete std::exchange(Bodies[P.Index], nullptr);
      break;
    }
  }
}
