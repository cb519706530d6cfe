//===-- ExtractMany.h - Facts of many translation units -------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Runs the extraction of each job in a process of its own and gathers what
// they produce. A job that fails, crashes, hangs or exhausts the memory is
// named, and does not disturb the others. What a cache of facts still has is
// not extracted again.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_CLI_EXTRACTMANY_H
#define FEARLESS_FRONTENDS_CLI_EXTRACTMANY_H

#include "facts/UnitSource.h"
#include "frontends/cli/CompilationDatabase.h"
#include "frontends/cli/Extraction.h"
#include "frontends/cli/Progress.h"
#include "frontends/cli/WorkerPool.h"
#include "report/SourceFiles.h"
#include "store/FactsCache.h"

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringSet.h"

#include <map>
#include <string>
#include <vector>

namespace fearless::cli {

/// A translation unit that could not be analysed, or only in part.
struct Failure {
  std::string File;
  std::string Reason;
  bool Partly = false; ///< There are facts, of what Clang understood.
};

struct ExtractedUnits {
  facts::UnitSources Units; ///< In order of the jobs.
  /// Of the facts of each unit.
  std::vector<store::ContentDigest> Contents;
  std::vector<Failure> Failures; ///< In order of the jobs.
  /// Flags that Clang did not accept, and the files that they are left out of.
  std::map<std::string, std::vector<std::string>> DroppedFlags;
  bool Interrupted = false;
  unsigned FromCache = 0;    ///< Jobs that were not run.
  std::string CacheProblem;  ///< Why something could not be kept; or empty.
  llvm::StringSet<> Reached; ///< Of ExtractionOptions::Watched: what was read.
};

/// \p Cache: null for none. If it has all facts, \p NoNeedOf is asked by their
/// contents whether they are needed; if not, the result has no Units. An error
/// means that nothing could be tried.
llvm::Expected<ExtractedUnits> extractMany(
    llvm::ArrayRef<CompileJob> Jobs, const ExtractionOptions &Options,
    const PoolOptions &Pool, const report::SourceFiles &Names,
    Progress::Style Style, const store::FactsCache *Cache,
    llvm::function_ref<bool(llvm::ArrayRef<store::ContentDigest>)> NoNeedOf);

} // namespace fearless::cli

#endif
