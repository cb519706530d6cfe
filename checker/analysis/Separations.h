//===-- Separations.h - What keeps two accesses apart without a lock ------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Two points that may happen in parallel, with no lock and no hand-over between
// them, may still never meet: a task is made after one of them, the object
// that leads to one of them is never the other root's, or both are in the one
// thread that has a certain number. What is needed to know that is found once,
// when it is first asked for.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_SEPARATIONS_H
#define FEARLESS_ANALYSIS_SEPARATIONS_H

#include "analysis/BarrierPhases.h"
#include "analysis/ObjectStates.h"
#include "analysis/SignalMasks.h"
#include "analysis/TaskOrder.h"
#include "analysis/ThreadNumbers.h"

#include <memory>

namespace fearless::analysis {

/// What keeps two points apart.
enum class Apart : uint8_t {
  Nothing,     ///< They may meet.
  OneThread,   ///< Both are in one thread.
  CommonLock,  ///< Both hold it, at least one of them exclusively.
  PerhapsLock, ///< Both hold one of several locks: perhaps the same.
  Order,       ///< A start or a join puts one before the other, or they belong
               ///< to no common program.
  HandOver,    ///< One publishes, the other has observed.
  Task,        ///< One comes before the making of the task that does the other.
  Masked,       ///< One is in a signal handler, the signals of the other masked.
  OtherObjects, ///< The state of its object leads one of the two elsewhere.
};

/// Not thread-safe.
class Separations {
public:
  Separations(const link::Program &Program, PathTable &Paths,
              const CallGraph &Graph, const std::vector<Summary> &Summaries,
              const LockKeys &Keys, const ThreadRoots &Roots)
      : Program(Program), Paths(Paths), Graph(Graph), Summaries(Summaries),
        Keys(Keys), Roots(Roots) {}

  /// Of \p X, as \p P stands for it, and \p Y: Task, Masked, OtherObjects,
  /// OneThread or Nothing. Locks, starts, joins and hand-overs are not asked.
  /// The first question takes a pass over the program.
  Apart between(Site X, const Point &P, Site Y, const Point &Q);
  /// Does a hand-over or a barrier put one of \p X and \p Y before the other?
  bool handedOver(Site X, const Point &P, Site Y, const Point &Q);
  /// Is \p V, of \p B, a number that no two threads of \p R are given?
  bool numbersThreads(RootId R, BodyId B, Value V);
  /// The only number with which a thread of \p R gets to \p X, if there is one.
  std::optional<int32_t> onlyNumber(RootId R, Site X);

private:
  bool masked(Site X, const Point &P, Site Y, const Point &Q);
  void findBarriers();
  ThreadNumbers &numbers();

  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<Summary> &Summaries;
  const LockKeys &Keys;
  const ThreadRoots &Roots;
  std::unique_ptr<TaskOrder> Tasks;
  std::unique_ptr<SignalMasks> Masks;
  std::unique_ptr<ObjectStates> States;
  std::unique_ptr<ThreadNumbers> Numbers;
  std::unique_ptr<BarrierPhases> Barriers;
  HandSet OfBarriers; ///< What their waits observe.
};

} // namespace fearless::analysis

#endif
