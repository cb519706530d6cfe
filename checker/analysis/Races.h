//===-- Races.h - Data races on variables of static storage ---------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Two accesses to one global or static variable (or the same field of one), at
// least one a write, not both atomic, by roots that may happen in parallel and
// with no common lock (the lockset condition of Eraser, Savage et al., 1997,
// over the happens-in-parallel relation of Threads.h). Memory behind pointers
// is not looked at yet.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_RACES_H
#define FEARLESS_ANALYSIS_RACES_H

#include "analysis/ObjectStates.h"
#include "analysis/TaskOrder.h"
#include "analysis/ThreadNumbers.h"

#include <map>
#include <set>

namespace fearless::analysis {

struct Access {
  BodyId Body;
  uint32_t Fact = 0;
  bool Write = false;
  ShortList<Path> Held;
  ShortList<Running> Threads;
  ShortList<Path> Joined;
  ShortList<HandOver> Observed, Published;
  ShortList<LockKey> Uncertain; ///< One of several, perhaps held.
  ShortList<ConditionalHold> Ways;
};

struct Race {
  Path Location;
  Access First; ///< The write; of two, the one that holds fewer locks.
  Access Second;
  Point FirstPoint, SecondPoint;
  bool Doubtful = false; ///< Some way there passes a call of many choices.
  unsigned Accesses = 0; ///< To the location, in the whole program.
  unsigned Guarded = 0;  ///< Of those, how many hold …
  LockKey Guard;         ///< … this lock: the one most often held.
};

class Races {
public:
  Races(const link::Program &Program, PathTable &Paths, const CallGraph &Graph,
        const std::vector<Summary> &Summaries,
        const std::vector<FunctionResult> &Results, const LockKeys &Keys,
        const ThreadRoots &Roots);

  /// At most one for each location, in canonical order.
  llvm::ArrayRef<Race> races() const { return Found; }
  /// Locations with more accesses than are looked at.
  unsigned cuts() const { return Cut.size(); }

private:
  void collect(BodyId B, const std::vector<Summary> &Summaries);
  void add(BodyId B, uint32_t Fact, Path P, bool Write);
  bool mayRace(Path P) const;
  Access access(BodyId B, uint32_t Fact, bool Write) const;
  void decide(Path P, llvm::ArrayRef<Access> Accesses);
  bool avoided(const std::pair<size_t, Point> &A,
               llvm::ArrayRef<Access> Accesses);
  bool oneThread(const std::pair<size_t, Point> &A,
                 const std::pair<size_t, Point> &B,
                 llvm::ArrayRef<Access> Accesses);
  bool handedOver(const std::pair<size_t, Point> &A,
                  const std::pair<size_t, Point> &B,
                  llvm::ArrayRef<Access> Accesses);

  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<FunctionResult> &Results;
  const LockKeys &Keys;
  const ThreadRoots &Roots;
  TaskOrder Tasks;
  ObjectStates States;
  ThreadNumbers Numbers;
  struct Place {
    BodyId Body;
    uint32_t Fact : 31;
    uint32_t Write : 1;
  };
  std::map<Path, std::vector<Place>> ByLocation;
  llvm::DenseSet<Path> Cut;
  std::vector<Race> Found;
};

} // namespace fearless::analysis

#endif
