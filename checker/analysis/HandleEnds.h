//===-- HandleEnds.h - Where a function may end a thread ------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_HANDLEENDS_H
#define FEARLESS_ANALYSIS_HANDLEENDS_H

#include "analysis/ThreadHandles.h"

namespace fearless::analysis {

struct HandleEnds {
  /// Facts that join or detach the thread, or call what may. Sorted.
  std::vector<uint32_t> Facts;
  bool OutOfSight = false; ///< Code that cannot be seen gets the handle.
};

/// What the body of \p View does to the thread of \p Handle, on some way.
/// Linear in the call sites.
HandleEnds handleEnds(const link::Program &Program, PathTable &Paths,
                      const CallGraph &Graph,
                      const std::vector<Summary> &Summaries, BodyView &View,
                      const Walkers &Walking, Path Handle);

} // namespace fearless::analysis

#endif
