//===-- process_statics.cpp - Statics without an initialisation -----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// After process.cpp in the order of linking, so that what happens here before
// main, if anything did, would come after what happens there.
//
//===----------------------------------------------------------------------===//

#include "process.h"

constinit Statics statics;
