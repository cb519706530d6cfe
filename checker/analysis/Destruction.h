//===-- Destruction.h - What dies with a container or owning pointer ------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `sessions_.clear()` and `cache_.reset()` run destructors of the user's own
// that no call in the source names. A model says that a call destroys what an
// operand holds; the operand's template argument says what that is: here
// through all layers, down to the class whose destructor is not a library's.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_DESTRUCTION_H
#define FEARLESS_ANALYSIS_DESTRUCTION_H

#include "analysis/Types.h"

#include "llvm/ADT/SmallVector.h"

namespace fearless::models {
class Catalogue;
struct Effect;
struct FunctionModel;
} // namespace fearless::models

namespace fearless::analysis {

struct Destroyed {
  link::RecordSym Class; ///< None: it cannot be told, or nothing of a class.
  /// From the holder: to what a pointer points to, else to an element.
  llvm::SmallVector<bool, 2> Pointers;
  /// On the way is a pointer that others may share: perhaps it is not the last.
  bool Shared = false;
  /// It is the handle of a thread whose destructor joins.
  bool Joins = false;
  /// It is the handle of a thread that must not name one any more.
  bool NeedsNoThread = false;
};

/// What \p E, a Destroys effect, destroys of an operand of class \p Holder.
Destroyed destroyedBy(const link::Program &Program,
                      const models::Catalogue &Models, const models::Effect &E,
                      link::RecordSym Holder);

/// The destructor of \p R, if it is declared.
link::FunctionSym destructorOf(const link::Program &Program, link::RecordSym R);

/// What \p D is in the holder \p P.
Path contentIn(PathTable &Paths, Path P, const Destroyed &D);

} // namespace fearless::analysis

#endif
