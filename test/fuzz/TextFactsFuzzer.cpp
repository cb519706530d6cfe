//===-- TextFactsFuzzer.cpp - The reader of facts as text ----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Fuzz.h"

#include "store/BinaryFormat.h"
#include "store/TextDump.h"
#include "store/TextReader.h"

using namespace fearless;

static std::string dump(const facts::TranslationUnit &Unit) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  store::writeText(Unit, OS);
  return Text;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  auto Unit = store::readText(fuzz::textOf(Data, Size), "x.facts");
  if (!Unit) {
    fuzz::refused(Unit.takeError(), "x.facts:");
    return 0;
  }
  std::string Text = dump(*Unit);
  auto Second = store::readText(Text, "x.facts");
  fuzz::promise(bool(Second), "what was read can be printed and read");
  fuzz::promise(dump(*Second) == Text, "and means the same");
  return 0;
}
