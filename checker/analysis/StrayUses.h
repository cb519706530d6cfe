//===-- StrayUses.h - Objects used off the thread they belong to ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Objects that are bound to the thread that made them (ClassMarkers.h), and
// where another thread uses one: what runs on it, or an object that the program
// moves to a thread of its choice, is left alone. Whether the two threads run
// at once does not matter: an event loop, or a context of a library, is known
// to its own thread only.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_STRAYUSES_H
#define FEARLESS_ANALYSIS_STRAYUSES_H

#include "analysis/ObjectUses.h"
#include "analysis/Objects.h"

namespace fearless::analysis {

struct StrayUse {
  Site At;
  Path Of;           ///< The object, in terms of the body.
  Path Object;       ///< … and as Objects.h names it.
  Point Here;        ///< As the stray thread gets there.
  RootId Home;       ///< Whose object it is.
  Site Made;         ///< None: before main, or in an object.
  unsigned More = 0; ///< Other uses of the object by that thread.
};

/// The first use of each object by each thread that is not its own, in order of
/// function and place. Linear in the uses, as far as Objects.h is.
std::vector<StrayUse> findStrayUses(const link::Program &Program,
                                    PathTable &Paths, const CallGraph &Graph,
                                    const std::vector<FunctionResult> &Results,
                                    const ThreadRoots &Roots, Objects &Memory,
                                    const ObjectUses &Bound);

} // namespace fearless::analysis

#endif
