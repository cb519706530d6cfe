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

#include "frontends/cli/AnalysisCache.h"
#include "frontends/cli/Arguments.h"
#include "frontends/cli/Changes.h"
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
  /// Of the facts of each unit, where the cache may know what is found in them.
  std::vector<store::ContentDigest> Contents;
  /// What was found in these units before; they were not read again.
  std::optional<frontends::Analysis> Known;
  unsigned Incomplete = 0; ///< Files that were not or only partly analysed.
  bool Interrupted = false;
  bool Selected = false; ///< Files were chosen from a database.
};

/// What the arguments ask for, as it is after \p After: sources (-p, files,
/// flags), stored facts where they name such, or both. Facts of what is
/// compiled anyway are left aside. Files that could not be analysed are named
/// on standard error, files of a commit that no unit reads among them. An error
/// is one of usage. \p Analyses: null, or where to find what need not be
/// analysed again.
llvm::Expected<Gathered> gather(const Arguments &Args, const Change &After,
                                const AnalysisCache *Analyses);

/// The same of the program as it was before \p Change, without a word.
llvm::Expected<Gathered> gatherBefore(const Arguments &Args,
                                      const Change &Change,
                                      const AnalysisCache *Analyses);

/// Only sources, as they are.
llvm::Expected<Gathered> gatherFromSources(const Arguments &Args);

/// Reads stored facts, text or binary, told by content; of directories, the
/// files below that end in ".facts".
llvm::Expected<Gathered> gatherFromFacts(const Arguments &Args);

using Gatherer = llvm::Expected<Gathered> (*)(const Arguments &, const Change &,
                                              const AnalysisCache *);

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
report::SourceFiles
sourcesOf(llvm::StringRef ProjectRoot,
          llvm::vfs::FileSystem &Files = *llvm::vfs::getRealFileSystem());

} // namespace fearless::cli

#endif
