//===-- UnitCheck.h - What one translation unit can prove by itself -------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Shared by the compiler plugin and the clang-tidy module: both see one unit
// while it is compiled and report as Clang's own diagnostics what is new and of
// the high tier: of the unit alone what no other unit can retract, and given
// the stored facts of the program all that concerns the unit.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_UNITCHECK_H
#define FEARLESS_FRONTENDS_UNITCHECK_H

#include "facts/TranslationUnit.h"
#include "findings/Finding.h"
#include "frontends/Configuration.h"

#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace clang {
class SourceManager;
} // namespace clang

namespace fearless::frontends {

/// What the user has asked for.
struct UnitRequest {
  /// Relative paths are below the project's root instead of the working
  /// directory, which clang-tidy changes for each file.
  bool BelowRoot = false;
  std::string Root; ///< Empty: find it.
  std::vector<std::string> Models;
  std::vector<std::string> UserPaths;
  std::string ConfigFile; ///< Empty: the nearest one of the main file.
  bool UseConfig = true;
  /// Facts of the program, files or directories; none: the unit alone.
  std::vector<std::string> Program;
};

/// The same with what the project has decided. All paths are absolute.
struct UnitSettings {
  std::string ProjectRoot;
  Configuration Config;
  std::vector<std::string> Models;
  std::vector<std::string> UserPaths;
  std::vector<std::string> Program;
};

/// Reads the configuration. The error is one of that file.
llvm::Expected<UnitSettings> settingsFor(llvm::StringRef MainFile,
                                         const UnitRequest &Request);

/// What is to be reported of \p Unit: neither allowed by a comment, nor known
/// to the baseline, nor switched off. The error is one of a file that the
/// settings name.
llvm::Expected<std::vector<findings::Finding>>
unitFindings(facts::TranslationUnit Unit, const UnitSettings &Settings);

/// Where \p P is in the compilation at hand; invalid if it is nowhere there.
clang::SourceLocation locate(clang::SourceManager &Sources,
                             llvm::StringRef ProjectRoot,
                             const findings::Place &P);

/// The same for a step of a witness, whose file need not be part of the
/// compilation: then it becomes known to \p Sources.
clang::SourceLocation locateStep(clang::SourceManager &Sources,
                                 llvm::StringRef ProjectRoot,
                                 const findings::Place &P);

/// The replacement as Clang's diagnostics carry it; null if its places are
/// nowhere in the compilation.
clang::FixItHint fixItHint(clang::SourceManager &Sources,
                           llvm::StringRef ProjectRoot,
                           const findings::FixIt &Fix);

} // namespace fearless::frontends

#endif
