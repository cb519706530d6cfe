//===-- LockKinds.h - Locks made recursive by an attribute ----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// pthread_mutexattr_settype(&a, PTHREAD_MUTEX_RECURSIVE) and its kin, found by
// model without regard to the order of statements: a lock initialised with an
// attribute that is anywhere in the function made recursive, is recursive.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_LOCKKINDS_H
#define FEARLESS_ANALYSIS_LOCKKINDS_H

#include "analysis/CallGraph.h"

#include "llvm/ADT/DenseSet.h"

namespace fearless::analysis {

/// The recursive locks: as paths, and for fields also as the field of any
/// object (PathTable::anyObject).
llvm::DenseSet<Path> findRecursiveLocks(const link::Program &Program,
                                        PathTable &Paths,
                                        const CallGraph &Graph);

} // namespace fearless::analysis

#endif
