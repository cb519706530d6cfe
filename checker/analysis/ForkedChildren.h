//===-- ForkedChildren.h - What only runs in a child process --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// After a fork the child has one thread and memory of its own: nothing that it
// does happens in parallel with the threads of its parent. What runs only where
// the fork has returned zero is the child's, and so is what is only called from
// there.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_FORKEDCHILDREN_H
#define FEARLESS_ANALYSIS_FORKEDCHILDREN_H

#include "analysis/CallGraph.h"
#include "analysis/Summary.h"

#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/DenseMap.h"

namespace fearless::analysis {

class ForkedChildren {
public:
  /// Linear in the call sites, and in the bodies that fork.
  ForkedChildren(const link::Program &Program, const CallGraph &Graph);

  /// Is \p S only ever run in a child? Errs to no.
  bool contains(Site S) const;

private:
  bool forks(const CallSite &S) const;
  bool addForks(BodyId B);
  bool inChild(Site S) const;
  bool onlyInChild(BodyId B, unsigned Depth) const;

  const link::Program &Program;
  const CallGraph &Graph;
  /// Of bodies with a fork: the facts that only the child gets to.
  llvm::DenseMap<BodyId, llvm::BitVector> Facts;
  /// Functions that return what a fork has returned.
  llvm::DenseMap<BodyId, bool> Wrappers;
};

} // namespace fearless::analysis

#endif
