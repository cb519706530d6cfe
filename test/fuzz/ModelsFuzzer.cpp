//===-- ModelsFuzzer.cpp - The reader of models --------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Fuzz.h"

#include "models/Loader.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  auto File =
      fearless::models::load(fearless::fuzz::textOf(Data, Size), "x.yaml");
  if (!File)
    fearless::fuzz::refused(File.takeError(), "x.yaml:");
  return 0;
}
