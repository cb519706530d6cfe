//===-- AnalysisRun.h - From a command line to findings that stand --------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What all commands that analyse a program share: load the models and the
// baseline, gather the units, analyse them, and hold the findings against what
// the user has decided.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_CLI_ANALYSISRUN_H
#define FEARLESS_FRONTENDS_CLI_ANALYSISRUN_H

#include "frontends/Configuration.h"
#include "frontends/Pipeline.h"
#include "frontends/Triage.h"
#include "frontends/cli/Gather.h"

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace fearless::cli {

struct AnalysisRun {
  Gathered Program; ///< Its units have been consumed.
  /// Findings of the tier that was asked for, however they stand.
  rules::Report Report;
  frontends::Triage Triage;
  std::string BaselineFile; ///< Where it is or would be.
  bool HasBaseline = false;
  /// Of the baselined ones: that were there before the change (--staged,
  /// --changed-since, --diff).
  size_t FromBefore = 0;
  /// The sources as they were analysed.
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Files;

  size_t count(findings::Standing S) const;
  /// Was all of the program analysed? Otherwise what is not found may be there
  /// nevertheless.
  bool isWhole() const { return !Program.Selected && !Program.Incomplete; }
};

/// The configuration that --config names or that is nearest.
llvm::Expected<frontends::Configuration> configuration(const Arguments &Args);

/// \p Args with what \p Config says put before it, so that the command line
/// wins.
Arguments withConfiguration(Arguments Args,
                            const frontends::Configuration &Config);

/// The models of \p Args, which are withConfiguration(), and the boundaries of
/// \p Config.
llvm::Expected<models::Catalogue>
modelsFor(const Arguments &Args, const frontends::Configuration &Config);

/// Whether the baseline decides, or is about to be made anew.
enum class BaselineUse { Apply, Ignore };

/// Runs the analysis of what \p Gather finds and hands it to \p Present, whose
/// result is the exit code. Errors of usage and interruption are dealt with
/// here.
int analyseAnd(const Arguments &Args, Gatherer Gather,
               llvm::function_ref<int(AnalysisRun &)> Present,
               BaselineUse Use = BaselineUse::Apply);

/// "1 finding", "7 findings".
std::string counted(uint64_t N, llvm::StringRef One, llvm::StringRef Many);

} // namespace fearless::cli

#endif
