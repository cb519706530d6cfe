//===-- JoinedObjects.h - Whether a joined thread needs the lock held -----===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Many threads of one kind each have an object with a lock: who joins one of
// them while he holds the lock of one of the objects waits for ever only if the
// two belong together. They do where the lock and the handle have the same
// relation as where the thread is started: `w[i].thread` and `w[i].mu`,
// `this->thread` and `this->mu`, `threads[i]` and `objects[i].mu`.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_JOINEDOBJECTS_H
#define FEARLESS_ANALYSIS_JOINEDOBJECTS_H

#include "analysis/FunctionResult.h"
#include "analysis/Threads.h"

#include <set>

namespace fearless::analysis {

class JoinedObjects {
public:
  JoinedObjects(const link::Program &Program, PathTable &Paths,
                const CallGraph &Graph, const std::vector<Summary> &Summaries,
                const std::vector<FunctionResult> &Results,
                const LockKeys &Keys, const ThreadRoots &Roots)
      : Program(Program), Paths(Paths), Graph(Graph), Summaries(Summaries),
        Results(Results), Keys(Keys), Roots(Roots) {}

  /// A lock and a handle, as a function knows them.
  struct Pair {
    BodyId In;
    Path Handle, Lock;
  };
  /// \p Join: what is joined, and the lock that is held. May it be the one that
  /// \p Entry, run by the thread that \p Spawn starts, needs as \p Needed? No
  /// only where each of many threads needs one of its own, and nothing says
  /// that this is the held one. Cost: callers, up to a bound.
  bool mayBeNeeded(const Pair &Join, Site Spawn, BodyId Entry,
                   Path Needed) const;

private:
  using Shape = std::vector<uint64_t>;
  Shape shape(Path Handle, Path Lock) const;
  void collect(const Pair &Start, std::set<Shape> &Shapes,
               std::vector<Pair> *Ends) const;
  bool perRound(const Pair &At, Site Spawn) const;

  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<Summary> &Summaries;
  const std::vector<FunctionResult> &Results;
  const LockKeys &Keys;
  const ThreadRoots &Roots;
};

} // namespace fearless::analysis

#endif
