//===-- UnitCheck.h - What one translation unit can prove by itself -------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Shared by the compiler plugin and the clang-tidy module: both see one unit
// while it is compiled, report only findings that no other unit can retract,
// and report them as Clang's own diagnostics.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_UNITCHECK_H
#define FEARLESS_FRONTENDS_UNITCHECK_H

#include "facts/TranslationUnit.h"
#include "findings/Finding.h"

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

/// The nearest directory with .git at or above \p Directory, else \p Directory.
/// All paths are absolute.
std::string projectRootAbove(llvm::StringRef Directory);

/// Links the unit alone. What comments of its sources, below \p ProjectRoot,
/// allow is left out. The error is one of the user's model files.
llvm::Expected<std::vector<findings::Finding>>
stableFindings(facts::TranslationUnit Unit, llvm::StringRef ProjectRoot,
               llvm::ArrayRef<std::string> ModelFiles);

/// Where \p P is in the compilation at hand; invalid if it is nowhere there.
clang::SourceLocation locate(clang::SourceManager &Sources,
                             llvm::StringRef ProjectRoot,
                             const findings::Place &P);

/// The replacement as Clang's diagnostics carry it; null if its places are
/// nowhere in the compilation.
clang::FixItHint fixItHint(clang::SourceManager &Sources,
                           llvm::StringRef ProjectRoot,
                           const findings::FixIt &Fix);

} // namespace fearless::frontends

#endif
