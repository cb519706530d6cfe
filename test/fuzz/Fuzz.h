//===-- Fuzz.h - What every fuzzer holds a reader to ----------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A fuzzer is one file: it gives bytes to one reader, which takes them or
// refuses them with words, and then looks at what was taken. What breaks a
// promise ends the process, and libFuzzer keeps the input.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_TEST_FUZZ_FUZZ_H
#define FEARLESS_TEST_FUZZ_FUZZ_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

/// libFuzzer calls it, or Replay.cpp.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size);

namespace fearless::fuzz {

/// Ends the process unless \p Holds.
inline void promise(bool Holds, llvm::StringRef What) {
  if (Holds)
    return;
  llvm::errs() << "broken promise: " << What << '\n';
  abort();
}

/// A refusal says of which file it is, and why.
inline void refused(llvm::Error E, llvm::StringRef Name) {
  std::string Message = llvm::toString(std::move(E));
  promise(llvm::StringRef(Message).starts_with(Name) &&
              Message.size() > Name.size() + 2,
          "an error names the file and the reason, not: " + Message);
}

inline llvm::StringRef textOf(const uint8_t *Data, size_t Size) {
  return {reinterpret_cast<const char *>(Data), Size};
}

} // namespace fearless::fuzz

#endif
