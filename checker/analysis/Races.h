//===-- Races.h - Data races on memory that threads share -----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Two accesses to one location, at least one a write, not both atomic, by roots
// that may happen in parallel and with no common lock in a sufficient mode (the
// lockset condition of Eraser, Savage et al., 1997, over the
// happens-in-parallel relation of Threads.h). Accesses are compared where they
// are of one field or variable; whether they are of one object, and whether
// threads share that, Objects.h tells, which is asked last.
//
// Which locks count is for the asker to say: a strict one takes only those that
// lie in one object with the data, as a mutex that owns its data does.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_RACES_H
#define FEARLESS_ANALYSIS_RACES_H

#include "analysis/AccessTable.h"
#include "analysis/BeforeStart.h"
#include "analysis/LockInstances.h"
#include "analysis/Objects.h"
#include "analysis/Separations.h"

#include <map>
#include <set>

namespace fearless::analysis {

struct Access {
  BodyId Body;
  uint32_t Fact = 0;
  Path Of;             ///< In terms of the body.
  uint32_t ReadAt = 0; ///< Where the pointer was read that leads there.
  bool Write = false;
  bool Frees = false;                ///< Write: the object ends.
  bool Atomic = false;               ///< By a function for atomic access.
  const PointState *State = nullptr; ///< None: nothing is held there.
  Site site() const { return {Body, Fact}; }
};

struct Race {
  LockKey Key;   ///< The field or variable; none of what only pointers name.
  Path Location; ///< As Objects.h names it.
  Access First;  ///< The write; of two, the one that holds fewer locks.
  Access Second;
  Point FirstPoint, SecondPoint;
  bool Doubtful = false; ///< Some way there passes a call of many choices.
  LockKey OnlyShared;    ///< Both hold this lock, but as readers.
  /// Of an element that both touch, by its indices, where that is not plain.
  std::vector<int64_t> Example;
  bool OtherLocks = false; ///< They hold locks of one name that are not one.
  unsigned Accesses = 0;   ///< To the location, in the whole program.
  unsigned Guarded = 0;    ///< Of those, how many hold …
  LockKey Guard;           ///< … this lock: the one most often held.
};

enum class CountedLocks : uint8_t { All, OfTheObject };

class Races {
public:
  Races(const link::Program &Program, PathTable &Paths, const CallGraph &Graph,
        const std::vector<FunctionResult> &Results, const LockKeys &Keys,
        const ThreadRoots &Roots, Separations &Apartness, Objects &Memory,
        ElementIndices &Indices, const AccessTable &All,
        CountedLocks Counted = CountedLocks::All);

  /// At most one for each location, in canonical order.
  llvm::ArrayRef<Race> races() const { return Found; }
  /// Locations with more accesses than are looked at.
  unsigned cuts() const { return Cut.size(); }

private:
  /// One access, as one root gets there.
  struct Candidate {
    const Access *At = nullptr;
    Point Here;
    std::optional<Locations> Places; ///< Found when they are asked for.
  };
  void addByPointers(const AccessTable &All,
                     llvm::ArrayRef<AccessPlace> Places);
  void consider(LockKey Key, llvm::ArrayRef<AccessPlace> Places);
  void decide(LockKey Key, llvm::ArrayRef<AccessPlace> Places);
  std::vector<Candidate> candidates(llvm::ArrayRef<Access> Accesses,
                                    std::map<LockKey, unsigned> &Guards);
  /// No lock keeps the two apart. OnlyShared: but for its mode, this one would.
  bool meetUnlocked(const Candidate &A, const Candidate &B);
  bool unlocked(const Candidate &A, const Candidate &B, LockKey &OnlyShared);
  bool keptInside(const Candidate &A, const Candidate &B, Path Where) const;
  static LockInstances::Holder holder(const Candidate &C);
  const Locations &places(Candidate &C);
  /// A location that both are of and that threads share.
  std::optional<Located> common(Candidate &A, Candidate &B, bool Elements);
  bool touchesElements(const Candidate &C, const Located &Of,
                       const Located &Other) const;
  std::vector<Point> ways(const Candidate &C, const Located &L) const;
  bool meet(const Candidate &A, const Located &L, const Candidate &B,
            const Located &M) const;
  /// \p A is before the start of the thread of \p B that gets what \p L is.
  bool beforeStart(const Candidate &A, const Located &L, const Candidate &B,
                   const Located &M);
  bool initialises(const Candidate &C, Path Where) const;

  const link::Program &Program;
  PathTable &Paths;
  const std::vector<FunctionResult> &Results;
  const LockKeys &Keys;
  const ThreadRoots &Roots;
  Separations &Apartness;
  Objects &Memory;
  BeforeStart Starting;
  ElementIndices &Indices;
  LockInstances Locks;
  CountedLocks Counted;
  /// Accesses that only a pointer names, by what that may lead to.
  std::map<LockKey, std::vector<AccessPlace>> ByObject;
  std::set<LockKey> Cut;
  std::vector<Race> Found;
};

} // namespace fearless::analysis

#endif
