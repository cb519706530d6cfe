//===-- ThreadHandles.h - When two paths are one thread's handle ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The elements of an array or container of handles are one handle, whichever
// index, iterator or pointer leads to them: `t[i]`, `*it`, `ws[i].thread`, the
// `second` of a map's pair. Only two different constant indices are told apart.
// So a join of one unknown element counts as a join of all: in real programs it
// stands in a loop over them. A single join outside of a loop is missed.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_THREADHANDLES_H
#define FEARLESS_ANALYSIS_THREADHANDLES_H

#include "analysis/BodyView.h"

#include <map>

namespace fearless::analysis {

/// Pointers of one body that walk over an array, with the array.
using Walkers = std::map<Path, Path>;
Walkers findWalkers(BodyView &View, PathTable &Paths);

/// \p Handle with what a walking pointer points to made an element.
Path throughWalkers(PathTable &Paths, const Walkers &W, Path Handle);

/// Is \p Handle an element, or a part of one?
bool isElement(const PathTable &Paths, Path Handle);

/// May the two be one handle, within one function?
bool sameHandle(const link::Program &Program, PathTable &Paths, Path A, Path B);

} // namespace fearless::analysis

#endif
