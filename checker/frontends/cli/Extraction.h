//===-- Extraction.h - Compiles one job and extracts its facts ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The only part of the command-line tool that sees Clang. It changes the
// process' working directory and is meant to run in a process of its own
// (WorkerPool.h), because a compiler front end may crash, hang or exhaust the
// memory on some input.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_CLI_EXTRACTION_H
#define FEARLESS_FRONTENDS_CLI_EXTRACTION_H

#include "facts/TranslationUnit.h"
#include "frontends/cli/CompileJob.h"
#include "store/FileStates.h"

#include "llvm/Support/Error.h"

#include <optional>
#include <string>
#include <vector>

namespace fearless::cli {

struct ExtractionOptions {
  std::string ProjectRoot;
  std::vector<std::string> UserPaths;
  std::string ResourceDirectory;
  /// Files that are seen otherwise than they lie on the disk; or null.
  const store::FileOverlay *Overlay = nullptr;
  /// Files of which it is to be told whether any unit read them: absolute.
  std::vector<std::string> Watched;
};

struct Extraction {
  /// Absent if Clang did not get as far as an AST.
  std::optional<facts::TranslationUnit> Unit;
  unsigned ErrorCount = 0;
  std::string FirstErrorFile; ///< Absolute; empty if it is in no file.
  std::string FirstError;     ///< "line:column: message", or the message alone.
  /// Arguments of the command that Clang does not know or accept.
  std::vector<std::string> DroppedArguments;
  /// Whatever the compilation saw of the file system; empty if it did not
  /// begin.
  std::vector<store::Dependency> MadeFrom;
};

Extraction extractJob(const CompileJob &Job, const ExtractionOptions &Options);

/// Of the Clang that is built in, with its revision.
std::string compilerVersion();

/// The directory of Clang's own headers (stddef.h …), which must be those of
/// the Clang that this tool was built with. The error says what to install.
llvm::Expected<std::string> findResourceDirectory();

} // namespace fearless::cli

#endif
