//===-- Changes.h - What a change makes of the files ---------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_CLI_CHANGES_H
#define FEARLESS_FRONTENDS_CLI_CHANGES_H

#include "frontends/cli/Arguments.h"
#include "store/FileStates.h"

#include "llvm/Support/Error.h"

#include <optional>
#include <string>
#include <vector>

namespace fearless::cli {

/// A change, as what the files are after it and before it. Without one, the
/// files are as they lie on the disk.
struct Change {
  store::FileOverlay After;
  std::optional<store::FileOverlay> Before; ///< None: there is no change.
  bool IsCommit = false;                    ///< What --staged names.
  /// Of a commit: its C and C++ files, absolute; those that it removes are not
  /// among them.
  std::vector<std::string> Files;
  bool RemovesFiles = false; ///< C and C++ files.
};

/// The change that --staged, --changed-since or --diff names. The repository is
/// that of the working directory. An error is one of usage.
llvm::Expected<Change> changeNamed(const Arguments &Args);

} // namespace fearless::cli

#endif
