//===-- LockClasses.h - Classes that are locks of the user's own ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A class with a function that acquires a lock which the object itself owns,
// and keeps it, is a lock of the user's own; one with a function that waits on
// its own condition variable, with a lock that its caller holds, is a condition
// variable. Their objects are what programmers name, not the field inside. Such
// classes nest: a mutex that keeps statistics around a portable mutex around a
// pthread_mutex_t.
//
// Learnt bottom-up, as functions are summarised: the inner class comes first.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_LOCKCLASSES_H
#define FEARLESS_ANALYSIS_LOCKCLASSES_H

#include "analysis/Summary.h"

#include "llvm/ADT/DenseSet.h"

namespace fearless::analysis {

class LockClasses {
public:
  LockClasses(const link::Program &Program, const PathTable &Paths)
      : Program(Program), Paths(Paths) {}

  /// Looks at what \p B does, once it is known.
  void learn(BodyId B, const Summary &S);
  bool contains(link::RecordSym R) const { return Classes.contains(R); }
  /// Is \p P the field of such a class that does its work?
  bool isInner(Path P) const;
  /// \p P without the steps inside of such classes: the object itself.
  Path object(Path P) const;

private:
  void consider(link::RecordSym Method, Path Lock);
  bool isUnnamedPart(Path P) const;
  size_t fieldCount(link::RecordSym R, unsigned Depth = 0) const;
  bool plainMembers(link::RecordSym R, unsigned Depth = 0) const;

  const link::Program &Program;
  const PathTable &Paths;
  llvm::DenseSet<link::RecordSym> Classes;
};

} // namespace fearless::analysis

#endif
