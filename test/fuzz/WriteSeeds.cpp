//===-- WriteSeeds.cpp - Facts to begin with -----------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Writes made-up units into two folders, as payloads and as text: the format
// changes, and files in the repository would not follow.
//
//===----------------------------------------------------------------------===//

#include "../unit/store/RandomUnit.h"

#include "store/BinaryFormat.h"
#include "store/TextDump.h"
#include "support/Version.h"
#include "llvm/Support/raw_ostream.h"

using namespace fearless;

static void write(const std::string &Path, llvm::StringRef Content) {
  std::error_code EC;
  llvm::raw_fd_ostream OS(Path, EC);
  OS << Content;
}

int main(int, char **Words) {
  size_t Header = 8 + 4 + 1 + support::toolVersion().size() + 16;
  for (unsigned Seed = 0; Seed < 24; ++Seed) {
    facts::TranslationUnit Unit = test::randomUnit(Seed);
    std::string Bytes, Text;
    llvm::raw_string_ostream ToBytes(Bytes), ToText(Text);
    store::writeBinary(Unit, ToBytes);
    store::writeText(Unit, ToText);
    std::string Name = "/" + std::to_string(Seed);
    write(Words[1] + Name, llvm::StringRef(Bytes).drop_front(Header));
    write(Words[2] + Name, Text);
  }
}
