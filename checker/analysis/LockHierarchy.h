//===-- LockHierarchy.h - An order of locks that a project has decided ----===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_LOCKHIERARCHY_H
#define FEARLESS_ANALYSIS_LOCKHIERARCHY_H

#include "findings/Finding.h"

#include <string>
#include <vector>

namespace fearless::analysis {

/// Whoever holds a lock of one level takes locks of later levels only. Locks
/// of one level have no order among them. Plain data.
struct LockHierarchy {
  struct Level {
    /// As messages call it: "Ledger::mu_", "g_ledger.mu", with '*' and '?' as
    /// in file names: "net::*::mu_".
    std::string Lock;
    findings::Place Where; ///< Where that is written.
    /// Several objects' locks of this level may be nested, in an order that
    /// the project knows and no analysis sees (parent before child).
    bool Nested = false;
  };
  std::vector<Level> Levels;
};

} // namespace fearless::analysis

#endif
