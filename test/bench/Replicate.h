//===-- Replicate.h - A larger program out of real facts ------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_TEST_BENCH_REPLICATE_H
#define FEARLESS_TEST_BENCH_REPLICATE_H

#include "facts/UnitSource.h"

#include <vector>

namespace fearless::bench {

/// \p Copies copies of the program that \p Units make, as one program: what is
/// the user's gets a name of its own in each copy, and what the system headers
/// declare is shared. The copies are layers of a tree:
/// of the functions that a unit calls and does not define, one in \p CrossLink
/// is that of one of the two copies below. So a call chain crosses as many
/// copies as a large program has layers, and grows with the logarithm of its
/// size. Only the first copy keeps its main. Each unit is as if it had been read
/// from a file of its own.
facts::UnitSources
replicate(const facts::UnitSources &Units, unsigned Copies,
          unsigned CrossLink = 16);

} // namespace fearless::bench

#endif
