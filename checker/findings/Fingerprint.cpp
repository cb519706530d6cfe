//===-- Fingerprint.cpp - The name of a defect across versions ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "findings/Fingerprint.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;

namespace fearless::findings {

/// Is it "file:line" or "file:line:column"?
static bool isPlace(StringRef Word) {
  auto [Rest, Last] = Word.rsplit(':');
  return !Rest.empty() && !Last.empty() && all_of(Last, isDigit);
}

std::string withoutPlaces(StringRef Message) {
  SmallVector<StringRef, 32> Words;
  Message.split(Words, ' ', -1, /*KeepEmpty=*/false);
  std::string Result;
  for (StringRef Word : Words) {
    if (isPlace(Word.rtrim(",;.)")))
      continue;
    Result += Word;
    Result += ' ';
  }
  return Result;
}

void setFingerprints(MutableArrayRef<Finding> Findings) {
  StringMap<unsigned> Seen;
  for (Finding &F : Findings) {
    // No part contains a zero byte.
    std::string Text = F.Rule + '\0' + sys::path::filename(F.Where.File).str() +
                       '\0' + F.Function + '\0' + withoutPlaces(F.Message);
    unsigned Ordinal = Seen[Text]++;
    Text += '\0' + utostr(Ordinal);
    F.Fingerprint = utohexstr(xxh3_64bits(Text), /*LowerCase=*/true, 16);
  }
}

} // namespace fearless::findings
