//===-- Programs.h - Other programs, run ----------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_CLI_PROGRAMS_H
#define FEARLESS_FRONTENDS_CLI_PROGRAMS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <string>

namespace fearless::cli {

/// What \p Program, a path, prints when it reads \p Input. The error is what it
/// says itself, if it fails.
llvm::Expected<std::string> outputOf(llvm::StringRef Program,
                                     llvm::ArrayRef<llvm::StringRef> Arguments,
                                     llvm::StringRef Input = "");

} // namespace fearless::cli

#endif
