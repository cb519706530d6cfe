//===-- DoubleChecks.h - Double-checked locking ---------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A function that looks at a variable without a lock, takes the lock, looks
// again and sets the variable: `if (!p) { lock; if (!p) p = new T; }`. It is
// right only if the variable is an atomic, set with release and looked at with
// acquire order (Meyers and Alexandrescu, "C++ and the Perils of Double-Checked
// Locking", 2004).
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_DOUBLECHECKS_H
#define FEARLESS_ANALYSIS_DOUBLECHECKS_H

#include "analysis/Operations.h"
#include "analysis/Threads.h"

namespace fearless::analysis {

struct DoubleCheck {
  BodyId Body;
  LockKey Of;
  uint32_t Check = 0; ///< The look without the lock.
  uint32_t Set = 0;
  LockKey Lock;
  bool Plain = false;                      ///< What is looked at is no atomic.
  bool WeakCheck = false, WeakSet = false; ///< Of an atomic: in relaxed order.
  bool OnlyOutside = false; ///< No thread of the program gets there.
};

class DoubleChecks {
public:
  DoubleChecks(const link::Program &Program, PathTable &Paths,
               const LockKeys &Keys, const ThreadRoots &Roots)
      : Program(Program), Paths(Paths), Keys(Keys), Roots(Roots) {}

  /// Looks at a body.
  void look(Operations::Inside &In);
  /// Those that are wrong, if several threads get there: one for each variable
  /// and function.
  llvm::ArrayRef<DoubleCheck> found() const { return Found; }

private:
  bool looksAgain(Operations::Inside &In, const Operation &Check,
                  const Operation &Set, Path Lock) const;

  const link::Program &Program;
  PathTable &Paths;
  const LockKeys &Keys;
  const ThreadRoots &Roots;
  std::vector<DoubleCheck> Found;
};

} // namespace fearless::analysis

#endif
