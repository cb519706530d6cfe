//===-- Version.cpp - The version of this tool ----------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "support/Version.h"

llvm::StringRef fearless::support::toolVersion() { return FEARLESS_VERSION; }
