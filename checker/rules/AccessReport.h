//===-- AccessReport.h - What the analysis knows of a piece of data -------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What `fearless explain g_count` and `fearless explain cache.cpp:12` tell: who
// accesses the data, from which threads, under which locks, what keeps the
// accesses apart, and so why there is a finding or none.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_RULES_ACCESSREPORT_H
#define FEARLESS_RULES_ACCESSREPORT_H

#include "rules/RuleTable.h"

#include "llvm/Support/Error.h"

#include <functional>
#include <string>
#include <vector>

namespace fearless::rules {

/// How one thread gets to an access.
struct AccessWay {
  std::string Thread; ///< "the main thread", "each of the threads started at"
  findings::Place Start; ///< Of a thread.
  std::string Chain;     ///< "'a' -> 'b'"; empty: it begins there.
  std::vector<std::string> Locks;
  std::vector<std::string> Perhaps; ///< One of several locks, perhaps held.
  /// Of other threads that access the data: "… is not started yet".
  struct Ordered {
    std::string What;
    findings::Place Start;
  };
  std::vector<Ordered> Others;
  bool Doubtful = false; ///< Only by calls of many choices.
};

struct AccessEntry {
  findings::Place Where;
  std::string Function;
  bool Write = false;
  bool Atomic = false;
  std::string Outside; ///< Why no thread is told, where there is none.
  std::vector<AccessWay> Ways;
};

/// What is to be said of some pairs of accesses, with one of them.
struct Reason {
  std::string Text;
  unsigned Pairs = 0;
  findings::Place First, Second;
};

struct DataReport {
  std::string Name;
  findings::Place Declared;
  std::vector<AccessEntry> Accesses; ///< By place.
  unsigned Left = 0;                 ///< Accesses that are not told.
  std::string Verdict;
  std::vector<Reason> Reasons;
  std::vector<std::string> Unknowns;
  std::vector<const findings::Finding *> Findings; ///< Of the report given.
};

/// What is to be explained: a name, or a line of a file.
struct AccessQuery {
  std::string Name;
  std::string File; ///< As the user wrote it.
  unsigned Line = 0;
  /// Whether a file, as the facts name it, is the one.
  std::function<bool(llvm::StringRef)> IsFile;
};

/// One report for each variable and field that is meant, by name. An error says
/// what there is instead.
llvm::Expected<std::vector<DataReport>>
accessReports(const analysis::Analysis &A, const Report &Found,
              const AccessQuery &Query);

} // namespace fearless::rules

#endif
