//===-- Escapes.h - References to guarded data that outlive the hold ------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A pointer, reference, iterator or view of data that a lock guards, made while
// the lock is held, and given or used where it is not held any more: returned,
// left in a parameter or captured variable, kept in a field or global that is
// used without the lock, or used after the hold in the same function. The lock
// guards the data where another thread changes that, under the lock, in a way
// that the reference notices: not where a container with stable elements only
// grows, nor where what is referred to is a lock's or atomic's own.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_ESCAPES_H
#define FEARLESS_ANALYSIS_ESCAPES_H

#include "analysis/Borrows.h"
#include "analysis/CriticalSections.h"
#include "analysis/SharedWrites.h"

namespace fearless::analysis {

struct GuardedEscape {
  enum Kind : uint8_t {
    Returned,
    LeftInParameter, ///< `*out = &x;`
    LeftInCapture,   ///< `[&p](T &x) { p = &x; }`
    Kept,            ///< In a field or global.
    UsedAfter,       ///< In the same function.
  };
  Kind What = Returned;
  Site At;   ///< Where it leaves, or is used.
  Site Made; ///< Where the reference was made.
  Path Into; ///< In terms of the body of Holder.
  Path Lock; ///< The same.
  /// Where the lock is held: the body of Made, or one that calls it.
  Site Holder;
  Site Taken, Released; ///< Where that can be told.
  Site Use;             ///< Kept, LeftInCapture: without the lock.
  Rival Other;
};

class Escapes {
public:
  Escapes(const link::Program &Program, PathTable &Paths,
          const CallGraph &Graph, const std::vector<Summary> &Summaries,
          const std::vector<FunctionResult> &Results, const LockKeys &Keys,
          const ThreadRoots &Roots, const SharedWrites &Writes);

  void look(BodyId B);
  void decide();

  /// One for each place and lock, in order.
  llvm::ArrayRef<GuardedEscape> escapes() const { return Found; }
  unsigned cuts() const { return Cut; }

private:
  struct Inside {
    BodyView &View;
    const CriticalSections &Sections;
    const Borrows &Refs;
  };
  void lookAtReturn(Inside &In, uint32_t Fact);
  void lookAtStore(Inside &In, uint32_t Fact);
  void lookAtUses(Inside &In, uint32_t Fact);
  void noteUses(Inside &In, uint32_t Fact);
  bool keptAtExit(BodyId B, Path Lock) const;
  bool othersHave(Path Into) const;
  void add(Inside &In, GuardedEscape::Kind K, uint32_t At, const Borrow &Of);
  bool addFromCallers(BodyId B, Path Into, GuardedEscape &E, unsigned Depth);
  void tellHold(Inside &In, GuardedEscape &E) const;
  bool synchronised(Path Into, BodyId In) const;
  bool stable(Path Container, BodyId In) const;
  bool onlyFills(const SharedWrite &W) const;
  bool concerns(const SharedWrite &W, Path Into, Path Step, BodyId In) const;
  std::optional<Rival> rival(const GuardedEscape &E, Site Mine) const;
  std::vector<Site> usesWithout(const GuardedEscape &E) const;
  bool heldThere(Site At, LockKey Lock) const;

  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<Summary> &Summaries;
  const std::vector<FunctionResult> &Results;
  const LockKeys &Keys;
  const ThreadRoots &Roots;
  const SharedWrites &Writes;
  std::vector<GuardedEscape> Candidates, Found;
  /// Where pointers that are kept somewhere are followed, by where.
  std::map<LockKey, std::vector<Site>> Followed;
  mutable std::map<Site, bool> Fills; ///< Answers of onlyFills().
  unsigned Cut = 0;
};

} // namespace fearless::analysis

#endif
