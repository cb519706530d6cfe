//===-- Remedies.h - Replacements of text that mend a defect --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A rule says what would mend its finding (findings::Remedy). What is to be
// written where, only the text of the source tells, and no fact. Where that
// text is not plain enough, there is no replacement.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_REMEDIES_H
#define FEARLESS_FRONTENDS_REMEDIES_H

#include "findings/Finding.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/VirtualFileSystem.h"

#include <optional>
#include <string>

namespace fearless::frontends {

/// Sets the fixes of findings with a remedy. Reads their files, relative to
/// \p ProjectRoot, in \p On.
void addFixes(llvm::MutableArrayRef<findings::Finding> Findings,
              llvm::StringRef ProjectRoot,
              llvm::vfs::FileSystem &On = *llvm::vfs::getRealFileSystem());

/// The place in \p Statement, which begins with the type of an unnamed object,
/// where its name belongs: `std::lock_guard<std::mutex>{mu};` before the brace.
/// npos if the statement is anything else than that object.
size_t placeForName(llvm::StringRef Statement);

/// A text for Length characters from index At on.
struct Change {
  size_t At = 0;
  size_t Length = 0;
  std::string Text;
};

/// The change in a lambda's capture list, which \p List begins with, by which it
/// captures a copy of \p Name instead of a reference. None if the list is not
/// plain.
std::optional<Change> captureByCopy(llvm::StringRef List, llvm::StringRef Name);

/// A name for a guard that \p Text, a whole file, does not use.
std::string freeName(llvm::StringRef Text);

} // namespace fearless::frontends

#endif
