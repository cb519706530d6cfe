//===-- Suppressions.h - Comments that allow a finding --------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   counter++; // fearless: allow(data-race) a statistic; losing one is fine
//
//   // fearless: allow(lock-order, double-lock) the lock is recursive on QNX
//   take(mu);
//
// Behind code, the comment is for its line; on a line of its own, for the next
// line with code. The reason is mandatory. clang-tidy's NOLINT, NOLINTNEXTLINE
// and NOLINTBEGIN … NOLINTEND are understood too, with "fearless-<rule>", with
// globs, and bare.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FINDINGS_SUPPRESSIONS_H
#define FEARLESS_FINDINGS_SUPPRESSIONS_H

#include "findings/Finding.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <string>
#include <vector>

namespace fearless::findings {

struct Suppression {
  unsigned Line = 0, Column = 0; ///< Of the comment's word.
  unsigned First = 0, Last = 0;  ///< Lines that it is for.
  /// Rules without "fearless-"; of NOLINT perhaps with '*'. Empty: all.
  std::vector<std::string> Rules;
  std::string Reason; ///< Empty for NOLINT.
  bool Nolint = false;

  bool covers(unsigned Line, llvm::StringRef Rule) const;
};

/// A comment that means to allow something and is not understood. It allows
/// nothing.
struct SuppressionProblem {
  unsigned Line = 0, Column = 0;
  std::string What;
};

struct Suppressions {
  std::vector<Suppression> All; ///< In order of line.
  std::vector<SuppressionProblem> Problems;
};

/// Reads the comments of a C or C++ source. \p Rules are the ids that there
/// are. Any bytes will do. O(length).
Suppressions readSuppressions(llvm::StringRef Source,
                              llvm::ArrayRef<llvm::StringRef> Rules);

} // namespace fearless::findings

#endif
