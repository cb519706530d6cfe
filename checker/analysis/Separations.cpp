//===-- Separations.cpp - What keeps two accesses apart without a lock ----===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/Separations.h"

using namespace fearless;
using namespace fearless::analysis;

Apart Separations::between(Site X, const Point &P, Site Y, const Point &Q) {
  if (!Tasks)
    Tasks = std::make_unique<TaskOrder>(Program, Graph, Roots);
  if (Tasks->before(X, P.Root, P.Running, Y.Body, Q.Root) ||
      Tasks->before(Y, Q.Root, Q.Running, X.Body, P.Root))
    return Apart::Task;
  if (!States)
    States = std::make_unique<ObjectStates>(Program, Paths, Graph, Summaries,
                                            Keys, Roots);
  if (States->avoids(P.Root, X) || States->avoids(Q.Root, Y))
    return Apart::OtherObjects;
  if (P.Root != Q.Root)
    return Apart::Nothing;
  if (!Numbers)
    Numbers = std::make_unique<ThreadNumbers>(Program, Paths, Graph, Summaries,
                                              Roots);
  return Numbers->oneThread(P.Root, X, Y) ? Apart::OneThread : Apart::Nothing;
}
