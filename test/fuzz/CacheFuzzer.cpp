//===-- CacheFuzzer.cpp - The reader of the cache's results --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The input is what follows the digest, which is put before it.
//
//===----------------------------------------------------------------------===//

#include "Fuzz.h"

#include "store/FactsCache.h"
#include "llvm/Support/xxhash.h"

using namespace fearless;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  llvm::StringRef Content = fuzz::textOf(Data, Size);
  (void)store::readResults(Content);
  std::string File = "fearless made 1\n";
  uint64_t Digest = llvm::xxh3_64bits(Content);
  for (unsigned I = 0; I < 8; ++I)
    File += static_cast<char>(Digest >> (8 * I));
  auto Results = store::readResults(File + Content.str());
  if (!Results)
    return 0;
  auto Again = store::readResults(store::writeResults(*Results));
  fuzz::promise(Again && *Again == *Results,
                "what was read can be written and read");
  return 0;
}
