//===-- Paths.h - File names relative to the project ----------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Facts, findings and baselines name files relative to the project's root, so
// that they mean the same on another machine. All functions are lexical: they
// look at no disk and follow no links, and they are thread-safe.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_SUPPORT_PATHS_H
#define FEARLESS_SUPPORT_PATHS_H

#include "llvm/ADT/StringRef.h"

#include <string>

namespace fearless::support {

/// \p Path without "." and with ".." and repeated or trailing slashes resolved:
/// "a//b/../c/" is "a/c". An empty path is ".".
std::string normalised(llvm::StringRef Path);

/// What \p Path is called in a project with root \p Root: relative to it where
/// inside it ("src/a.cpp"; the root itself is "."), else the normalised path.
/// A relative \p Path is taken to be relative to the root already. "/proj2/a"
/// is not inside "/proj".
std::string relativeTo(llvm::StringRef Root, llvm::StringRef Path);

/// Whether \p Path is \p Root or below it; a relative one is taken to be.
bool isWithin(llvm::StringRef Path, llvm::StringRef Root);

/// The inverse of relativeTo(): \p Path, if relative, below \p Root.
std::string absoluteIn(llvm::StringRef Root, llvm::StringRef Path);

} // namespace fearless::support

#endif
