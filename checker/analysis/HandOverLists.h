//===-- HandOverLists.h - Bounded lists of hand-overs ---------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the lock flow knows of hand-overs is kept in sorted lists of bounded
// length: more is forgotten.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_HANDOVERLISTS_H
#define FEARLESS_ANALYSIS_HANDOVERLISTS_H

#include <algorithm>
#include <cstddef>

namespace fearless::analysis {

/// Hand-overs that one state knows of, at most.
inline constexpr size_t MaxHandOvers = 24;
/// Of these, that were read without a lock.
inline constexpr size_t MaxGlimpses = 8;

template <class List, class T>
void insertBounded(List &V, const T &E, size_t Most = MaxHandOvers) {
  auto It = std::lower_bound(V.begin(), V.end(), E);
  if ((It == V.end() || !(*It == E)) && V.size() < Most)
    V.insert(It, E);
}

} // namespace fearless::analysis

#endif
