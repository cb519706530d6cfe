//===-- Configuration.h - What a project has decided once -----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A project's .fearless.yaml. Paths in it are relative to its directory.
//
//   rules:
//     lock-order-same-class: high      # high, medium, strict or off
//   paths:
//     user: [libs/ours]                # ours, even if included with -isystem
//     vendored: [third_party]          # findings there: at most medium
//     generated: ["*.pb.cc"]           # findings there: at most medium
//     tests: [test]                    # findings only there: at most medium
//   models: [locks.yaml]
//   boundaries:
//     - {function: app::Pool::post, parameter: 0}
//   hierarchy: [Ledger::mu_, Account::mu_]
//   baseline: known.txt
//   cache: {directory: .cache, size: 2000}
//
// All keys: docs/configuration.md.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_CONFIGURATION_H
#define FEARLESS_FRONTENDS_CONFIGURATION_H

#include "analysis/LockHierarchy.h"
#include "findings/Finding.h"
#include "models/Model.h"
#include "rules/RuleTable.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fearless::frontends {

struct Configuration {
  std::string File; ///< Absolute; empty: there is none.
  std::string Text; ///< Of the file.
  /// Tiers of rules; none: the rule is off.
  std::map<std::string, std::optional<findings::Tier>> Rules;
  // Absolute, without a slash at the end.
  std::vector<std::string> UserPaths, Models;
  // The same; with '*', a pattern of whole paths.
  std::vector<std::string> VendoredPaths, GeneratedPaths, TestPaths;
  std::vector<models::FunctionModel> Boundaries;
  /// Places are in File.
  std::vector<analysis::LockHierarchy> Hierarchies;
  std::string Baseline; ///< Absolute; empty: not said.
  bool NoCache = false;
  std::string CacheDirectory;        ///< Absolute; empty: not said.
  std::optional<unsigned> CacheSize; ///< In MiB.

  /// Reads \p Text, of the file \p Name. An error names every problem with its
  /// line. Whatever the bytes, it is read or refused.
  static llvm::Expected<Configuration> read(llvm::StringRef Text,
                                            llvm::StringRef Name);
  /// The file's.
  static llvm::Expected<Configuration> load(llvm::StringRef File);
  /// The nearest .fearless.yaml at or above \p Directory, up to the project's
  /// root (where .git is); without one, an empty configuration.
  static llvm::Expected<Configuration> nearest(llvm::StringRef Directory);

  /// What the rules are to know: which are off, and the hierarchies, with
  /// places relative to \p ProjectRoot.
  rules::Options ruleOptions(llvm::StringRef ProjectRoot) const;

  /// Gives findings the tier that they have here. Their files are relative to
  /// \p ProjectRoot; so are \p MarkedFiles, sorted: those that say of
  /// themselves that they are generated.
  void apply(std::vector<findings::Finding> &Findings,
             llvm::StringRef ProjectRoot,
             llvm::ArrayRef<std::string> MarkedFiles = {}) const;
};

} // namespace fearless::frontends

#endif
