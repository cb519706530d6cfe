//===-- RuleTable.h - All rules, and how they are run ---------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A rule is one file: its identity and a function that turns results of the
// analyses into findings. Everything that lists rules (`fearless rules`, the
// clang-tidy module, the documentation index) reads the table. To add a rule:
// write rules/<Name>.cpp with its `Rule`, add it to RuleTable.cpp, write
// docs/rules/<id>.md and test/rules/<id>/.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_RULES_RULETABLE_H
#define FEARLESS_RULES_RULETABLE_H

#include "analysis/Analysis.h"
#include "findings/Finding.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <string>
#include <vector>

namespace fearless::rules {

using Findings = std::vector<findings::Finding>;

struct Rule {
  llvm::StringRef Id;    ///< "lock-order"; printed as [fearless-lock-order].
  llvm::StringRef Title; ///< One sentence.
  findings::Tier Tier;   ///< Of its findings, unless one says otherwise.
  bool Stable;           ///< One translation unit suffices: more facts cannot
                         ///< retract a finding.
  void (*Check)(const analysis::Analysis &, Findings &);
  /// More specific rules: what one of them has found about a subject of a
  /// finding (Finding::Subjects) takes its place. One defect is one finding.
  std::vector<llvm::StringRef> YieldsTo = {};
  /// What else it reports under `--strict`: of that tier.
  void (*CheckStrictly)(const analysis::Analysis &, Findings &) = nullptr;
};

/// All rules, in order of id.
llvm::ArrayRef<Rule> allRules();
const Rule *findRule(llvm::StringRef Id);

/// How much of the program was understood.
struct Coverage {
  uint64_t TranslationUnits = 0, Functions = 0, Facts = 0;
  uint64_t Calls = 0, UnresolvedCallees = 0;
  uint64_t LockOperations = 0, UnresolvedLocks = 0;
  uint64_t Cuts = 0;
  friend bool operator==(const Coverage &, const Coverage &) = default;
};

struct Options {
  bool StableOnly = false; ///< What one translation unit can prove.
  bool Strict = false;     ///< Rule::CheckStrictly, too.
  /// Ids of rules that are not run; nobody yields to them.
  std::vector<std::string> Off;
  std::vector<analysis::LockHierarchy> Hierarchies;
};

struct Report {
  Findings All; ///< Of all tiers, in canonical order, each defect once.
  rules::Coverage Coverage;
  analysis::WorkCounters Work;
  std::string LockGraphDot;
  /// Of Options::Hierarchies, what the program does not have.
  std::vector<analysis::LockHierarchy::Level> UnknownLevels;
  /// Functions without body or model, most often called first.
  std::vector<std::pair<std::string, unsigned>> Unmodelled;
};

/// Analyses \p Program and runs every rule.
Report run(const link::Program &Program, const models::Catalogue &Models,
           const Options &Options);
/// Runs every rule over \p A.
Report run(const analysis::Analysis &A, const Options &Options);

} // namespace fearless::rules

#endif
