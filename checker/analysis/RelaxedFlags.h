//===-- RelaxedFlags.h - Flags whose order is too weak --------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Why two accesses race that look as if they were handed over: one thread
// writes and then sets an atomic flag, the other branches on the flag and then
// reads; but setting it does not release, or reading it does not acquire
// ([atomics.order]). Looked for in the functions on the ways to the accesses of
// a race that has been found, and in what they call.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_RELAXEDFLAGS_H
#define FEARLESS_ANALYSIS_RELAXEDFLAGS_H

#include "analysis/Operations.h"
#include "analysis/Races.h"

namespace fearless::analysis {

struct RelaxedFlag {
  LockKey Flag;
  Site Set, Seen;
  bool WeakSet = false, WeakSeen = false; ///< At least one.
  /// The place to mend.
  Site weak() const { return WeakSet ? Set : Seen; }
};

class RelaxedFlags {
public:
  /// \p Done has seen all functions. All must outlive it.
  RelaxedFlags(const link::Program &Program, PathTable &Paths,
               const CallGraph &Graph, const std::vector<Summary> &Summaries,
               const std::vector<FunctionResult> &Results, const LockKeys &Keys,
               const ThreadRoots &Roots, Operations &Done)
      : Program(Program), Paths(Paths), Graph(Graph), Summaries(Summaries),
        Results(Results), Keys(Keys), Roots(Roots), Done(Done) {}

  void look(const Race &R);
  /// The flag of a race that has been looked at. None: there is no such flag.
  const RelaxedFlag *of(const Race &R) const;

private:
  struct Use {
    LockKey Flag;
    Site At;
    bool Weak = false;
    bool Exchange = false; ///< Read and written at once.
    bool Branched = true;  ///< In the function itself.
  };
  std::vector<Use> uses(const Access &A, const Point &P, bool After);
  void addUses(Site S, bool After, std::vector<Use> &To);

  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<Summary> &Summaries;
  const std::vector<FunctionResult> &Results;
  const LockKeys &Keys;
  const ThreadRoots &Roots;
  Operations &Done;
  std::map<const Race *, RelaxedFlag> Found;
};

} // namespace fearless::analysis

#endif
