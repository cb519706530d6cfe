//===-- Triage.h - Which findings are news --------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Holds findings against what the user has decided: the comments in the sources
// that allow some, and the baseline that knows some. A comment wins over the
// baseline.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_TRIAGE_H
#define FEARLESS_FRONTENDS_TRIAGE_H

#include "findings/Baseline.h"
#include "findings/Suppressions.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/VirtualFileSystem.h"

#include <string>
#include <vector>

namespace fearless::frontends {

/// A comment that allows findings.
struct Allowance {
  std::string File;
  findings::Suppression Comment;
  unsigned Uses = 0; ///< Findings that it allows.
};

struct Triage {
  std::vector<Allowance> Allowances; ///< By file and line.
  /// Comments that mean to allow something and are not understood.
  std::vector<findings::Note> Problems;
  /// Of the baseline: what is not found any more.
  std::vector<findings::BaselineEntry> Fixed;
};

/// Sets how \p Findings stand. Reads those of \p Files (relative to
/// \p ProjectRoot, sorted) that are there, in \p On, and no others. Linear in
/// their text.
Triage triage(llvm::MutableArrayRef<findings::Finding> Findings,
              llvm::StringRef ProjectRoot, llvm::ArrayRef<std::string> Files,
              const findings::Baseline &Known,
              llvm::vfs::FileSystem &On = *llvm::vfs::getRealFileSystem());

} // namespace fearless::frontends

#endif
