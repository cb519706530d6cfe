//===-- CompileJob.h - One translation unit to be analysed ----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A compile job is an entry of a compilation database made ready for Clang:
// what only the original compiler or its output needs is gone. Plain data.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_CLI_COMPILEJOB_H
#define FEARLESS_FRONTENDS_CLI_COMPILEJOB_H

#include <cstdint>
#include <string>
#include <vector>

namespace fearless::cli {

struct CompileJob {
  std::string File;      ///< The main source file, absolute.
  std::string Directory; ///< Where the compiler ran, absolute.
  /// The command line, the compiler's name first.
  std::vector<std::string> Arguments;
  /// Of everything in the command that may change what the code means, without
  /// absolute paths of the project: tells variants of one file apart, and is
  /// the same in every checkout.
  uint64_t Digest = 0;
};

/// A file that is not analysed, and why.
struct SkippedFile {
  std::string File;
  std::string Reason;
  /// Its absence makes the analysis incomplete; otherwise it never was C or
  /// C++ and nothing is lost.
  bool Incomplete = true;
};

} // namespace fearless::cli

#endif
