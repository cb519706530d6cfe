//===-- GuardHabits.h - Which lock a class takes for which member ---------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Where no thread is in sight, a lock is the evidence: who takes one for a
// member expects others at the same time. An access to that member without the
// lock is then the odd one out (Engler et al., "Bugs as Deviant Behavior",
// 2001): if the lock is the object's own, one locked write suffices; any other
// must be held at four accesses of five, and at three at least.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_GUARDHABITS_H
#define FEARLESS_ANALYSIS_GUARDHABITS_H

#include "analysis/Accesses.h"

namespace fearless::analysis {

struct InconsistentGuard {
  LockKey Data, Guard;
  Site Without; ///< The odd one out.
  bool Writes = false;
  Site With; ///< An access with the lock: a write, if there is one.
  bool WithWrites = false;
  unsigned Accesses = 0, Guarded = 0;
};

class GuardHabits {
public:
  GuardHabits(const link::Program &Program, PathTable &Paths,
              const CallGraph &Graph,
              const std::vector<FunctionResult> &Results, const LockKeys &Keys,
              const ThreadRoots &Roots, const Accesses &All);

  /// One for each member and function, in order of these.
  llvm::ArrayRef<InconsistentGuard> found() const { return Found; }

private:
  struct Use {
    const AccessPlace *At = nullptr;
    llvm::SmallVector<LockKey, 2> Held;
    bool Perhaps = false; ///< Some lock that cannot be told, or on some ways.
  };
  std::optional<Use> use(const AccessPlace &P) const;
  bool outsideOnly(BodyId B) const;
  bool ownObject(const AccessPlace &P) const;
  bool belongs(LockKey Guard, LockKey Data) const;
  void decide(LockKey Data, llvm::ArrayRef<AccessPlace> Places);

  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<FunctionResult> &Results;
  const LockKeys &Keys;
  const ThreadRoots &Roots;
  std::vector<InconsistentGuard> Found;
};

} // namespace fearless::analysis

#endif
