//===-- BaselineFuzzer.cpp - The reader of baselines ---------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Fuzz.h"

#include "findings/Baseline.h"

using namespace fearless;

static std::string written(const findings::Baseline &B) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  B.write(OS);
  return Text;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  auto Known = findings::Baseline::read(fuzz::textOf(Data, Size), "known.txt");
  if (!Known) {
    fuzz::refused(Known.takeError(), "known.txt:");
    return 0;
  }
  std::string Text = written(*Known);
  auto Again = findings::Baseline::read(Text, "known.txt");
  fuzz::promise(bool(Again), "what was read can be written and read");
  fuzz::promise(written(*Again) == Text, "and means the same");
  return 0;
}
