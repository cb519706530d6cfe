//===-- Replicate.cpp - A larger program out of real facts ----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Replicate.h"

#include "facts/Builder.h"
#include "store/BinaryFormat.h"

#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;

namespace fearless::bench {

namespace {

using namespace facts;

/// Renames what is the user's in one copy of a unit.
class Copy {
public:
  Copy(const TranslationUnit &Original, unsigned Number, unsigned Copies,
       unsigned CrossLink)
      : Unit(Original), Builder(Unit), Number(Number), Copies(Copies),
        CrossLink(CrossLink), HasBody(Original.Functions.size()) {
    for (const FunctionBody &B : Unit.Bodies)
      HasBody.set(B.Function.Index);
  }

  TranslationUnit take() {
    Unit.MainFile = "copy" + utostr(Number) + "/" + Unit.MainFile;
    for (size_t I = 0; I < Unit.Functions.size(); ++I)
      renameFunction(I);
    for (Record &R : Unit.Records)
      if (!(R.Flags & RF_System))
        R.Name = renamed(R.Name, Number);
    for (Variable &V : Unit.Variables)
      if (!(V.Flags & VF_System))
        V.Name = renamed(V.Name, Number);
    return std::move(Unit);
  }

private:
  void renameFunction(size_t I) {
    Function &F = Unit.Functions[I];
    if (F.Flags & FnF_System)
      return;
    uint64_t Hash = xxh3_64bits(Unit.str(F.Name));
    unsigned Below = 2 * Number + 1 + (Hash / CrossLink) % 2;
    bool Crosses =
        Below < Copies && !HasBody.test(I) && Hash % CrossLink == 0;
    F.Name = renamed(F.Name, Crosses ? Below : Number);
    if (Number > 0)
      F.Flags &= ~uint32_t(FnF_Main);
  }

  StringId renamed(StringId Name, unsigned Copy) {
    return Builder.string(Unit.str(Name) + "#" + utostr(Copy));
  }

  TranslationUnit Unit;
  UnitBuilder Builder;
  unsigned Number, Copies, CrossLink;
  BitVector HasBody;
};

} // namespace

static std::unique_ptr<UnitSource> stored(const TranslationUnit &Unit) {
  std::string Bytes;
  raw_string_ostream OS(Bytes);
  store::writeBinary(Unit, OS);
  return cantFail(store::openBinary({Bytes, Unit.MainFile}));
}

UnitSources
replicate(const UnitSources &Units, unsigned Copies,
          unsigned CrossLink) {
  UnitSources All;
  All.reserve(Units.size() * Copies);
  std::vector<TranslationUnit> Originals;
  for (const auto &Unit : Units)
    Originals.push_back(Unit->whole());
  for (unsigned N = 0; N < Copies; ++N)
    for (const TranslationUnit &Unit : Originals)
      All.push_back(stored(Copy(Unit, N, Copies, CrossLink).take()));
  return All;
}

} // namespace fearless::bench
