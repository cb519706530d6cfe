//===-- Extractor.h - From Clang's AST to facts ---------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The door of this room. Extraction states what a translation unit's user code
// does and judges nothing; it knows no library. User code is the main file and
// every header that Clang does not take for a system header. The result does
// not depend on addresses or hash order: one input, one output.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_EXTRACT_EXTRACTOR_H
#define FEARLESS_EXTRACT_EXTRACTOR_H

#include "facts/TranslationUnit.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace clang {
class ASTConsumer;
class ASTContext;
} // namespace clang

namespace fearless::extract {

struct Options {
  /// Absolute. Paths inside it become relative to it.
  std::string ProjectRoot;
  /// These files, and those below these directories, are user code, although
  /// they are included as system headers. Absolute.
  std::vector<std::string> UserPaths;
  /// Names the command that compiles the unit; see facts::TranslationUnit.
  uint64_t CommandDigest = 0;
  /// Larger functions, counted in blocks of Clang's flow graph, are not
  /// extracted: one Unknown(TooLarge) fact stands for the body.
  unsigned MaxFunctionSize = 20000;
};

/// A consumer that notes declarations as they are parsed and calls \p Done with
/// the facts at the end of the translation unit, errors or not. It does not
/// visit what lies in a precompiled header unless the unit refers to it.
std::unique_ptr<clang::ASTConsumer>
makeConsumer(Options Opts, std::function<void(facts::TranslationUnit &&)> Done);

/// The same from a finished AST.
facts::TranslationUnit extractUnit(clang::ASTContext &Ctx, const Options &Opts);

} // namespace fearless::extract

#endif
