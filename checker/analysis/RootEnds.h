//===-- RootEnds.h - Threads begin and end with nothing held --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A function whose effect on a lock is uniform is a wrapper, as far as it alone
// can tell. What it is, its callers decide: at the entry of a thread (or of
// main) nobody has locked anything, and at its end nobody is left to unlock. So
// a net effect of an entry is a defect, and it lies where the last function on
// the way to the operation stops being a wrapper that somebody uses as one.
//
// A library has no end. There, a lock that one of its entries keeps is a defect
// if no function of the program gives it back, and the other way round.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_ROOTENDS_H
#define FEARLESS_ANALYSIS_ROOTENDS_H

#include "analysis/DeclaredLocks.h"
#include "analysis/Threads.h"

#include <set>

namespace fearless::analysis {

struct RootEnd {
  bool StillHeld = true; ///< Else: given back although never taken.
  RootId Root;           ///< None: the callers of Calls[0] show it.
  Site At;               ///< The operation, or the call of a wrapper.
  Path Lock;             ///< In terms of the function of At.
  std::vector<Site>
      Calls; ///< From the entry to that function, outermost first.
};

class RootEnds {
public:
  RootEnds(const link::Program &Program, const PathTable &Paths,
           const CallGraph &Graph, const std::vector<Summary> &Summaries,
           const std::vector<FunctionResult> &Results, const LockKeys &Keys,
           const ThreadRoots &Roots, const DeclaredLocks &Declared);

  /// One for each place and lock, in canonical order.
  llvm::ArrayRef<RootEnd> found() const { return Found; }
  /// Follows the effect \p N of \p B inwards, to where it is nobody's wrapper.
  RootEnd locate(RootId R, BodyId B, const NetEffect &N) const;

private:
  void indexEffects();
  void indexIssues();
  void checkKept(BodyId B);
  LockKey keyOf(Path Lock, BodyId In) const;
  bool isGivenAway(LockKey K) const;
  bool isElsewhere(Path P) const;
  void checkEntry(RootId R, BodyId Entry);
  bool hasPartner(BodyId B, const NetEffect &N) const;
  bool usedAsWrapper(BodyId B, unsigned Depth = 0) const;
  const NetEffect *innerEffect(BodyId B, const NetEffect &N,
                               BodyId &Callee) const;
  bool alreadySaid(const RootEnd &E) const;

  const link::Program &Program;
  const PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<Summary> &Summaries;
  const std::vector<FunctionResult> &Results;
  const LockKeys &Keys;
  const ThreadRoots &Roots;
  const DeclaredLocks &Declared;
  /// Locks that some function keeps, or gives back. What is unclear counts.
  std::set<LockKey> Kept, GivenBack;
  std::set<std::pair<LockKey, BodyId>> GivenBackBy;
  /// What methods of a class do to its fields; true for keeping.
  std::set<std::tuple<link::RecordSym, uint32_t, bool>> ByClass;
  /// Locks that a finding inside a function is about already.
  std::set<LockKey> TakenTwice, ReleasedWrongly;
  std::set<std::pair<BodyId, LockKey>> Leaked;
  std::set<std::pair<Site, bool>> Seen;
  std::vector<RootEnd> Found;
};

} // namespace fearless::analysis

#endif
