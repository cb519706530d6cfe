//===-- SignalMasks.h - Where no signal handler can run -------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Between sigprocmask(SIG_BLOCK, …) and the call that ends it, a thread is not
// interrupted. Which signals are meant is not looked at: who blocks some knows
// of the handlers. What a thread is started with, it keeps.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_SIGNALMASKS_H
#define FEARLESS_ANALYSIS_SIGNALMASKS_H

#include "analysis/Threads.h"

namespace fearless::analysis {

class SignalMasks {
public:
  /// Linear in the call sites, and in the bodies that mask signals.
  SignalMasks(const link::Program &Program, const CallGraph &Graph,
              const ThreadRoots &Roots);

  /// Are signals masked at \p S on every way by which the root of \p P gets
  /// there as \p P says?
  bool masked(Site S, const Point &P) const { return masked(S, P.Root, P.Way); }

private:
  /// What a call does to the mask.
  enum Change : uint8_t { Keeps, Masks, Unmasks };
  Change changeBy(BodyId B, const CallSite &S) const;
  void look(BodyId B);
  bool masked(Site S, RootId R, uint32_t Way, unsigned Depth = 0) const;
  bool maskedHere(Site S) const;

  const link::Program &Program;
  const CallGraph &Graph;
  const ThreadRoots &Roots;
  /// Of bodies that change the mask.
  llvm::DenseMap<BodyId, Change> AtEnd;
  llvm::DenseMap<BodyId, llvm::BitVector> Masked; ///< By block: at its start.
};

} // namespace fearless::analysis

#endif
