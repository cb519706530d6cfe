//===-- LoopRange.h - Which numbers a counting loop passes ----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `for (i = Start; i < End; i += Step)`, so that a loop that joins threads can
// be held against the one that has started them: a loop to `n - 1` leaves the
// last one out. Bounds that are no constants are told apart by what is added to
// them alone.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_LOOPRANGE_H
#define FEARLESS_ANALYSIS_LOOPRANGE_H

#include "analysis/CallGraph.h"
#include "analysis/FlowOrder.h"

namespace fearless::analysis {

struct LoopRange {
  int32_t Start = 0;
  int32_t Step = 1;
  bool Constant = false; ///< Is the end? Else: End is added to some value.
  int32_t End = 0;
  friend auto operator<=>(const LoopRange &, const LoopRange &) = default;
};

/// Of the loop with the head \p Head; none if it does not count upwards from a
/// constant. Linear in the facts of the function.
std::optional<LoopRange> rangeOf(const facts::FunctionBody &Body,
                                 const FlowOrder &Flow, uint32_t Head);

/// Does \p Whole pass all that \p Part passes, with the same step, and more?
bool isPart(const LoopRange &Part, const LoopRange &Whole);

/// The loops in which threads are started. Sorted; linear in the call sites and
/// in the facts of functions that start threads.
std::vector<LoopRange> findStartingLoops(const link::Program &Program,
                                         const CallGraph &Graph);

} // namespace fearless::analysis

#endif
