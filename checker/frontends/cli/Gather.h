//===-- Gather.h - From a command line to translation units ---------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What all commands that need a program share: finding the files, extracting
// their facts, and telling the user which could not be analysed.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_CLI_GATHER_H
#define FEARLESS_FRONTENDS_CLI_GATHER_H

#include "frontends/cli/Arguments.h"
#include "frontends/cli/ExitCode.h"
#include "frontends/cli/ExtractMany.h"
#include "report/SourceFiles.h"

#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace fearless::cli {

struct Gathered {
  std::string ProjectRoot;
  /// By file name, then digest; stored ones as the user named them.
  facts::UnitSources Units;
  unsigned Incomplete = 0; ///< Files that were not or only partly analysed.
  bool Interrupted = false;
  bool Selected = false; ///< Files were chosen from a database.
};

/// What the arguments ask for: sources (-p, files, flags), stored facts where
/// they name such, or both. Facts of what is compiled anyway are left aside.
llvm::Expected<Gathered> gather(const Arguments &Args);

/// The same of the program as it was when its files were as \p Before has them,
/// without a word.
llvm::Expected<Gathered> gatherBefore(const Arguments &Args,
                                      const store::FileOverlay &Before);

/// Extracts what the arguments ask for (-p, files, flags). Files that could not
/// be analysed are named on standard error. An error is one of usage.
llvm::Expected<Gathered> gatherFromSources(const Arguments &Args);

/// Reads stored facts, text or binary, told by content; of directories, the
/// files below that end in ".facts".
llvm::Expected<Gathered> gatherFromFacts(const Arguments &Args);

/// Whether the file holds stored facts.
bool isFactsFile(llvm::StringRef Path);
/// The units of one file of facts: one, or those of an archive.
llvm::Expected<facts::UnitSources> readFactsFile(llvm::StringRef Path);

/// Prints the error on standard error; returns ExitUsage.
int usageError(llvm::Error E);

/// Prefixes a line of standard error: "fearless: error: ".
llvm::raw_ostream &say(llvm::StringRef Severity);

/// The exit code of a run with \p Findings findings.
int exitCode(const Gathered &G, size_t Findings, const Arguments &Args);

/// Applies --color, --no-color and NO_COLOR to both standard streams.
void chooseColors(const Arguments &Args);

/// Sources of a project, shown as seen from the working directory.
report::SourceFiles sourcesOf(llvm::StringRef ProjectRoot);

} // namespace fearless::cli

#endif
