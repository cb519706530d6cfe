//===-- Files.h - Files on disk -------------------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_SUPPORT_FILES_H
#define FEARLESS_SUPPORT_FILES_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

#include <string>

namespace fearless::support {

/// Replaces the file \p Path at once by what \p Write writes, so that an
/// interrupted run leaves the old one, and perhaps a file whose name is longer.
/// \p What names it in the error.
llvm::Error replaceFile(llvm::StringRef Path, llvm::StringRef What,
                        llvm::function_ref<void(llvm::raw_ostream &)> Write);

/// The nearest directory that has .git, at or above \p Directory, or empty.
std::string repositoryOf(llvm::StringRef Directory);

} // namespace fearless::support

#endif
