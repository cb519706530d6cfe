//===-- locked.h - A tag: the lock has been taken -------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_DETAIL_LOCKED_H
#define FEARLESS_DETAIL_LOCKED_H

namespace fearless::detail {

/// Tells a guard's constructor that the lock has been taken already.
struct locked_t {};

} // namespace fearless::detail

#endif
