//===-- main.cpp - The command-line tool ----------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/Commands.h"

int main(int Argc, const char **Argv) {
  return fearless::cli::runCommandLine({Argv + 1, Argv + Argc});
}
