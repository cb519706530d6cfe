//===-- LockKinds.h - What kind of lock it is, by how it is made ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// pthread_mutexattr_settype(&a, PTHREAD_MUTEX_RECURSIVE) and its kin, found by
// model without regard to the order of statements: a lock initialised with an
// attribute that is anywhere in the function made recursive, is recursive. And
// what looks like a lock and is none: a class whose lock() takes nothing, an
// atomic flag that is only ever stored to in relaxed order.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_LOCKKINDS_H
#define FEARLESS_ANALYSIS_LOCKKINDS_H

#include "analysis/CallGraph.h"

#include "llvm/ADT/DenseSet.h"

namespace fearless::analysis {

/// As paths, and for fields also as the field of any object
/// (PathTable::anyObject).
struct LockKinds {
  llvm::DenseSet<Path> Recursive;
  /// Semaphores that always start with one permit: who has waited for that has
  /// it to himself until he gives it back.
  llvm::DenseSet<Path> Semaphores;
  /// Atomics that no store releases: who takes one with an exchange sees
  /// nothing of what its last holder did.
  llvm::DenseSet<Path> Unreleased;
  /// Classes of the program's own whose lock() neither takes a lock nor
  /// acquires anything.
  llvm::DenseSet<link::RecordSym> Hollow;

  /// Is \p P, or the field that it is of whatever object, in \p Kind?
  static bool contains(const llvm::DenseSet<Path> &Kind, PathTable &Paths,
                       Path P);
};

LockKinds findLockKinds(const link::Program &Program, PathTable &Paths,
                        const CallGraph &Graph);

} // namespace fearless::analysis

#endif
