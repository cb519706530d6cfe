//===-- FactsFuzzer.cpp - The reader of facts files ----------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The input is a payload; a header with the right length and digest is put
// before it, since no other input comes further. What is taken is decoded part
// by part as well, and means the same when it is written and read again.
//
//===----------------------------------------------------------------------===//

#include "Fuzz.h"

#include "store/BinaryFormat.h"
#include "store/TextDump.h"
#include "support/Version.h"
#include "llvm/Support/xxhash.h"

using namespace fearless;
using llvm::StringRef;

static void appendFixed(std::string &To, uint64_t V, unsigned Bytes) {
  for (unsigned I = 0; I < Bytes; ++I)
    To += static_cast<char>(V >> (8 * I));
}

static std::string sealed(StringRef Payload) {
  std::string File("\x8f"
                   "facts\r\n");
  StringRef Version = support::toolVersion();
  appendFixed(File, store::FormatVersion, 4);
  appendFixed(File, Version.size(), 1);
  File += Version;
  appendFixed(File, Payload.size(), 8);
  appendFixed(File, llvm::xxh3_64bits(Payload), 8);
  return File + Payload.str();
}

static std::string dump(const facts::TranslationUnit &Unit) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  store::writeText(Unit, OS);
  return Text;
}

static void decodeParts(StringRef File) {
  auto Source = store::openBinary({File, "x.facts"});
  fuzz::promise(bool(Source), "what can be read can be opened");
  (void)(*Source)->whole();
  std::vector<uint32_t> Kept;
  for (uint32_t I = 0; I < (*Source)->Bodies.size(); ++I) {
    (void)(*Source)->body(I);
    if (I % 2)
      Kept.push_back(I);
  }
  (*Source)->keepBodies(Kept);
  for (uint32_t I : Kept)
    (void)(*Source)->body(I);
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  StringRef Input = fuzz::textOf(Data, Size);
  if (auto Raw = store::readBinary({Input, "x.facts"}); !Raw)
    fuzz::refused(Raw.takeError(), "x.facts: ");
  std::string File = sealed(Input);
  auto Unit = store::readBinary({File, "x.facts"});
  if (!Unit) {
    fuzz::refused(Unit.takeError(), "x.facts: ");
    return 0;
  }
  decodeParts(File);
  std::string Again;
  llvm::raw_string_ostream OS(Again);
  store::writeBinary(*Unit, OS);
  auto Second = store::readBinary({Again, "x.facts"});
  fuzz::promise(bool(Second), "what was read can be written and read");
  fuzz::promise(dump(*Unit) == dump(*Second), "and means the same");
  return 0;
}
