//===-- PatchFuzzer.cpp - The reader of diffs ----------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The input is a diff, a zero byte, and the file that it was made of.
//
//===----------------------------------------------------------------------===//

#include "Fuzz.h"

#include "frontends/Patch.h"

using namespace fearless;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  auto [Diff, After] = fuzz::textOf(Data, Size).split('\0');
  auto Patches = frontends::readPatch(Diff, "x.diff");
  if (!Patches) {
    fuzz::refused(Patches.takeError(), "x.diff:");
    return 0;
  }
  for (const frontends::FilePatch &P : *Patches)
    if (auto Before = frontends::undo(P, After, "x.diff"); !Before)
      fuzz::refused(Before.takeError(), "x.diff:");
  return 0;
}
