//===-- Version.h - The version of this tool ------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One place for what --version prints and what facts files carry.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_SUPPORT_VERSION_H
#define FEARLESS_SUPPORT_VERSION_H

#include "llvm/ADT/StringRef.h"

namespace fearless::support {

/// "0.1.0": the project's version in CMakeLists.txt.
llvm::StringRef toolVersion();

} // namespace fearless::support

#endif
