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
//     tests: [test]                    # findings only there: at most medium
//   models: [locks.yaml]
//   baseline: known.txt
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_CONFIGURATION_H
#define FEARLESS_FRONTENDS_CONFIGURATION_H

#include "findings/Finding.h"

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
  /// Tiers of rules; none: the rule is off.
  std::map<std::string, std::optional<findings::Tier>> Rules;
  // Absolute, without a slash at the end.
  std::vector<std::string> UserPaths, VendoredPaths, TestPaths, Models;
  std::string Baseline; ///< Absolute; empty: not said.

  /// Reads \p Text, of the file \p Name. An error names every problem with its
  /// line. Whatever the bytes, it is read or refused.
  static llvm::Expected<Configuration> read(llvm::StringRef Text,
                                            llvm::StringRef Name);
  /// The file's.
  static llvm::Expected<Configuration> load(llvm::StringRef File);
  /// The nearest .fearless.yaml at or above \p Directory, up to the project's
  /// root (where .git is); without one, an empty configuration.
  static llvm::Expected<Configuration> nearest(llvm::StringRef Directory);

  /// Gives findings the tier that they have here and drops those of rules that
  /// are off. Their files are relative to \p ProjectRoot.
  void apply(std::vector<findings::Finding> &Findings,
             llvm::StringRef ProjectRoot) const;
};

} // namespace fearless::frontends

#endif
