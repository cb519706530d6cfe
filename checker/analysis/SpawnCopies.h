//===-- SpawnCopies.h - What a thread gets a copy of ----------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// std::thread and its kin copy, or move, the callable and the arguments that
// they are given, even for parameters that are references: only a pointer or a
// std::ref leads to what the starter has ([thread.thread.constr]).
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_SPAWNCOPIES_H
#define FEARLESS_ANALYSIS_SPAWNCOPIES_H

#include "analysis/BodyView.h"
#include "analysis/FunctionResult.h"

namespace fearless::analysis {

/// Does the thread that \p P, in the body of \p View, starts have a copy of its
/// own of \p Passed, which its entry \p Target gets for \p Parameter?
bool getsCopy(const link::Program &Program, BodyView &View, const SpawnPoint &P,
              size_t Target, unsigned Parameter, Path Passed);

} // namespace fearless::analysis

#endif
