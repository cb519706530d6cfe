//===-- Spelling.cpp - What a misspelt word was meant to be ---------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "support/Spelling.h"

llvm::StringRef
fearless::support::nearest(llvm::StringRef Word,
                           llvm::ArrayRef<llvm::StringRef> Valid) {
  // Further apart than this, a guess is more often wrong than right.
  unsigned Best = Word.size() / 3 + 2;
  llvm::StringRef Found;
  for (llvm::StringRef Candidate : Valid) {
    unsigned Distance = Word.edit_distance(Candidate, true, Best);
    if (Distance >= Best)
      continue;
    Best = Distance;
    Found = Candidate;
  }
  return Found;
}
