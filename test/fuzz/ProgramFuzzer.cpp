//===-- ProgramFuzzer.cpp - Link and analysis of any facts ----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The input is facts as text. What a reader takes, however odd, the rooms after
// it analyse to the end.
//
//===----------------------------------------------------------------------===//

#include "Fuzz.h"

#include "frontends/Pipeline.h"
#include "store/TextReader.h"

using namespace fearless;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  static const models::Catalogue Models = models::Catalogue::builtin();
  auto Unit = store::readText(fuzz::textOf(Data, Size), "x.facts");
  if (!Unit) {
    fuzz::refused(Unit.takeError(), "x.facts:");
    return 0;
  }
  std::vector<facts::TranslationUnit> Units;
  Units.push_back(std::move(*Unit));
  (void)frontends::analyse(facts::residentUnits(std::move(Units)), Models,
                           rules::Options(), {});
  return 0;
}
