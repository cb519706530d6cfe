//===-- QueuedBorrows.h - Locals that a queued lambda refers to -----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A lambda that is left in a queue or pool, from which another thread takes and
// runs it at some time, with a reference to a local of the function that left
// it there: gone when that returns. Where the function waits for anything
// afterwards, it may be for that thread, and nothing is said.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_QUEUEDBORROWS_H
#define FEARLESS_ANALYSIS_QUEUEDBORROWS_H

#include "analysis/Threads.h"

namespace fearless::analysis {

struct QueuedBorrow {
  RootId Thread;
  Site At;       ///< The lambda.
  Path Variable; ///< Of the same function.
  Site Dies;
};

/// In order of functions. Linear in the facts of functions that make callables.
std::vector<QueuedBorrow> queuedBorrows(const link::Program &Program,
                                        PathTable &Paths,
                                        const CallGraph &Graph,
                                        const std::vector<Summary> &Summaries,
                                        const ThreadRoots &Roots);

} // namespace fearless::analysis

#endif
