//===-- ProjectSurvey.h - What a project's directories look like ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For `fearless init`: what names and commands say about whose code lies where.
// Guesses, to be looked over by the user.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_CLI_PROJECTSURVEY_H
#define FEARLESS_FRONTENDS_CLI_PROJECTSURVEY_H

#include "llvm/ADT/StringRef.h"

#include <string>
#include <vector>

namespace fearless::cli {

/// Paths are relative to the project's root, sorted.
struct ProjectSurvey {
  std::vector<std::string> Vendored, Tests, Generated;
  /// Directories of the project that are included as system headers, and are
  /// not vendored.
  std::vector<std::string> SystemIncludes;
};

/// Looks at the directories below \p Root, a few levels down; build folders and
/// hidden ones are left out. \p DatabaseFile: empty for none. What cannot be
/// read is not there.
ProjectSurvey surveyProject(llvm::StringRef Root, llvm::StringRef DatabaseFile);

} // namespace fearless::cli

#endif
