//===-- UnitSource.cpp - A translation unit, decoded part by part ---------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "facts/UnitSource.h"

#include "facts/Digest.h"

using namespace fearless::facts;

UnitSource::~UnitSource() = default;

UnitSource::UnitSource(const TranslationUnit &Unit)
    : MainFile(Unit.MainFile), CommandDigest(Unit.CommandDigest),
      HadErrors(Unit.HadErrors),
      FunctionCount(static_cast<uint32_t>(Unit.Functions.size())) {
  BodyDigester Digester(Unit);
  Bodies.reserve(Unit.Bodies.size());
  for (const FunctionBody &B : Unit.Bodies)
    Bodies.push_back({B.Function, static_cast<uint32_t>(B.Facts.size()),
                      B.Digest ? B.Digest : Digester.digest(B)});
}

TranslationUnit UnitSource::whole() const {
  if (const TranslationUnit *Unit = resident())
    return *Unit;
  TranslationUnit Unit = tables();
  TranslationUnit Texts = texts();
  Unit.Strings = std::move(Texts.Strings);
  Unit.Files = std::move(Texts.Files);
  Unit.Bodies.reserve(Bodies.size());
  for (uint32_t I = 0; I < Bodies.size(); ++I)
    Unit.Bodies.push_back(body(I));
  return Unit;
}

namespace {

class ResidentUnit : public UnitSource {
public:
  explicit ResidentUnit(TranslationUnit U)
      : UnitSource(U), Unit(std::move(U)) {}

  const TranslationUnit *resident() const override { return &Unit; }
  TranslationUnit tables() const override { return Unit; }
  TranslationUnit texts() const override { return Unit; }
  FunctionBody body(uint32_t Number) const override {
    return Unit.Bodies[Number];
  }

private:
  TranslationUnit Unit;
};

} // namespace

std::unique_ptr<UnitSource>
fearless::facts::residentUnit(TranslationUnit Unit) {
  return std::make_unique<ResidentUnit>(std::move(Unit));
}

UnitSources fearless::facts::residentUnits(std::vector<TranslationUnit> Units) {
  UnitSources Sources;
  for (TranslationUnit &Unit : Units)
    Sources.push_back(residentUnit(std::move(Unit)));
  return Sources;
}
