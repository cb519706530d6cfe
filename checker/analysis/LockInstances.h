//===-- LockInstances.h - Whether locks of one name are one lock ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Locks have the name of a variable or field: all elements of an array of locks
// are one name, and the locks of all objects of a class. Two accesses to one
// location that each hold a lock of one name hold one and the same unless their
// objects are known to be different, their indices are, one names the lock
// beside the data (`a.mu` for `a.n`, `locks[i]` for `slots[i]`) and the other
// that of another object or element, or they choose it of the index in two ways
// (`locks[i % 2]` and `locks[i % 3]` for `slots[i]`).
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_LOCKINSTANCES_H
#define FEARLESS_ANALYSIS_LOCKINSTANCES_H

#include "analysis/ElementIndices.h"

namespace fearless::analysis {

class LockInstances {
public:
  LockInstances(const link::Program &Program, PathTable &Paths,
                const LockKeys &Keys, Objects &Memory, ElementIndices &Indices)
      : Program(Program), Paths(Paths), Keys(Keys), Memory(Memory),
        Indices(Indices) {}

  /// An access to Of, in terms of its function, as a thread of By gets there.
  struct Holder {
    Site At;
    Path Of;
    RootId By;
    const PointState *State = nullptr; ///< None: no lock is its function's.
  };
  /// Both hold a lock of the name \p K: may that be one lock? Errs to yes.
  bool mayBeOne(LockKey K, const Holder &A, const Holder &B);
  /// Do both hold one lock under different names, one having a pointer to it?
  /// Errs to no.
  bool oneByOtherName(const Holder &A, const Holder &B);

private:
  /// How the lock is named, beside the data.
  enum Relation : uint8_t { Unrelated, Own, OfOther };
  Relation relation(Path Lock, Path Data, BodyId B) const;
  Relation relation(LockKey K, const Holder &H) const;
  llvm::SmallVector<Path, 2> locks(LockKey K, const Holder &H) const;
  Locations places(LockKey K, const Holder &H);
  bool otherElements(LockKey K, const Holder &A, const Holder &B);

  const link::Program &Program;
  PathTable &Paths;
  const LockKeys &Keys;
  Objects &Memory;
  ElementIndices &Indices;
};

} // namespace fearless::analysis

#endif
