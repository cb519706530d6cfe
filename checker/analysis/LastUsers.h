//===-- LastUsers.h - Who frees an object because nobody uses it ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `if (--c->users == 0) free(c);`: a branch on what the object itself says
// decides about its end. So the others are done with it, however they use it.
// `old = shared; shared = fresh; free(old);`: nobody finds it any more. Both
// may be in a caller, which hands the object on.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_LASTUSERS_H
#define FEARLESS_ANALYSIS_LASTUSERS_H

#include "analysis/ValueOrigins.h"

namespace fearless::analysis {

class LastUsers {
public:
  LastUsers(const link::Program &Program, PathTable &Paths,
            const CallGraph &Graph, const std::vector<Summary> &Summaries)
      : Program(Program), Paths(Paths), Graph(Graph), Summaries(Summaries) {}

  /// Is the call or delete at \p At done for the object \p Freed, in its terms,
  /// only where that says so, or after it was taken away from where others find
  /// it? Cost: branches and assignments, up a few callers.
  bool frees(Site At, Path Freed, unsigned Depth = 0) const;

private:
  bool exchanges(BodyView &View, uint32_t Fact) const;
  bool isDetached(BodyView &View, const ValueOrigins &Values,
                  uint32_t Fact) const;
  bool asksItself(BodyView &View, const ValueOrigins &Values, uint32_t Fact,
                  Path Freed) const;

  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<Summary> &Summaries;
};

} // namespace fearless::analysis

#endif
