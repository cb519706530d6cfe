//===-- SuppressionsFuzzer.cpp - The reader of comments that allow -------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Fuzz.h"

#include "findings/Suppressions.h"

using namespace fearless;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  llvm::StringRef Source = fuzz::textOf(Data, Size);
  findings::Suppressions Found =
      findings::readSuppressions(Source, {"data-race", "double-lock"});
  size_t Lines = Source.count('\n') + 1;
  for (const findings::Suppression &S : Found.All)
    fuzz::promise(S.Line && S.Line <= Lines, "a comment is in the file");
  for (const findings::SuppressionProblem &P : Found.Problems)
    fuzz::promise(P.Line && P.Line <= Lines && !P.What.empty(),
                  "a problem is in the file, and has words");
  return 0;
}
