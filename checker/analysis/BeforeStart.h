//===-- BeforeStart.h - What is done to an object before its thread -------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `void start(worker *w) { w->job = …; pthread_create(&w->id, 0, run, w); }`:
// while other workers run, this one's object is not used by any of them, and
// the thread that will use it is not there yet. So it is for what happens in
// one activation of a function before a start that passes the same object,
// each of them perhaps in a callee.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_BEFORESTART_H
#define FEARLESS_ANALYSIS_BEFORESTART_H

#include "analysis/Confinement.h"
#include "analysis/Threads.h"

namespace fearless::analysis {

class BeforeStart {
public:
  BeforeStart(PathTable &Paths, const CallGraph &Graph,
              const ThreadRoots &Roots, Confinement &Flows)
      : Paths(Paths), Graph(Graph), Roots(Roots), Flows(Flows) {}

  /// Is \p Fact of \p B, which touches \p Of, before the start of the thread of
  /// \p R that gets the object that \p Of begins with? \p Via: the only call
  /// that passes that to \p B, if there is one.
  bool before(BodyId B, uint32_t Fact, Path Of, Site Via, RootId R);

private:
  /// A place where a function does something to the object that a variable or
  /// parameter of its own is, or points to.
  struct Use {
    Site At;
    Path Object;
  };
  static constexpr unsigned MaxCallers = 16, MaxDepth = 3;
  const std::vector<Use> &starts(RootId R);
  Path argument(Site Call, BodyId Callee, Path Parameter) const;

  PathTable &Paths;
  const CallGraph &Graph;
  const ThreadRoots &Roots;
  Confinement &Flows;
  std::map<RootId, std::vector<Use>> Starts; ///< As far as they were asked for.
};

} // namespace fearless::analysis

#endif
