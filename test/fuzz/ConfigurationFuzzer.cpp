//===-- ConfigurationFuzzer.cpp - The reader of .fearless.yaml -----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Fuzz.h"

#include "frontends/Configuration.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  auto Config = fearless::frontends::Configuration::read(
      fearless::fuzz::textOf(Data, Size), "/p/.fearless.yaml");
  if (!Config)
    fearless::fuzz::refused(Config.takeError(), "/p/.fearless.yaml:");
  return 0;
}
