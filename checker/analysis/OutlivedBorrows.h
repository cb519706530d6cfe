//===-- OutlivedBorrows.h - What dies before the threads that use it ------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A thread that was lent a variable or an object (ThreadBorrows.h) may still
// run when that dies: where a variable goes out of scope, where an object is
// destroyed. Nothing is found where a join, or something that the thread
// publishes and the one who destroys has observed, comes before. What main has
// to its end dies with the program.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_OUTLIVEDBORROWS_H
#define FEARLESS_ANALYSIS_OUTLIVEDBORROWS_H

#include "analysis/MemberOrder.h"
#include "analysis/UnjoinedThreads.h"

namespace fearless::analysis {

struct OutlivedBorrow {
  ThreadBorrow Of;
  Site Dies;     ///< Where it may die. None: objects die out of sight.
  Path Variable; ///< In terms of the body of Dies. None: an object.
  Site Detached; ///< If the thread is.
  bool Doubtful = false;
  bool Queued = false; ///< The thread takes what has it from a queue.
};

class OutlivedBorrows {
public:
  /// Linear in the call sites, and in the borrows times the facts of the
  /// functions where they die.
  OutlivedBorrows(const link::Program &Program, const models::Catalogue &Models,
                  PathTable &Paths, const CallGraph &Graph,
                  const std::vector<Summary> &Summaries,
                  const std::vector<FunctionResult> &Results,
                  const ThreadRoots &Roots, const MemberThreads &Members,
                  const UnjoinedThreads &Unjoined);

  /// One for each thread and thing, in order.
  llvm::ArrayRef<OutlivedBorrow> found() const { return Found; }
  llvm::ArrayRef<MisplacedMember> misplaced() const { return Misplaced; }

private:
  void lookAtVariable(const ThreadBorrow &B, BodyId In, Path Variable);
  void lookAtCallers(const ThreadBorrow &B, BodyId In, uint32_t Number,
                     unsigned Depth);
  Site endOfVariable(BodyId In, Path Variable, Site Spawn) const;
  Site endOfRound(BodyId In, Path Variable, Site Spawn) const;
  void lookAtObject(const ThreadBorrow &B);
  void addQueued();
  void addMisplaced(std::optional<MisplacedMember> M);
  void findDeaths();
  std::set<link::FieldSym> handleMembers(const ThreadBorrow &B) const;
  Site detachedByDestructor(const ThreadBorrow &B, link::FunctionSym D) const;
  bool destructorWaits(const ThreadBorrow &B, link::FunctionSym D) const;
  const Running *runningAt(Site At, Site Spawn) const;
  bool mayRunAt(Site At, Site Spawn) const;
  bool observes(RootId T, BodyId In, uint32_t From) const;
  bool endsWithMain(Site At) const;
  Site detachOf(RootId T) const;
  bool told(const ThreadBorrow &B) const;

  const link::Program &Program;
  const models::Catalogue &Models;
  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<Summary> &Summaries;
  const std::vector<FunctionResult> &Results;
  const ThreadRoots &Roots;
  const MemberThreads &Members;
  const UnjoinedThreads &Unjoined;
  /// Where objects of a class are destroyed: of those that threads borrow.
  std::map<link::RecordSym, std::vector<Site>> Deaths;
  std::vector<OutlivedBorrow> Found;
  std::vector<MisplacedMember> Misplaced;
};

} // namespace fearless::analysis

#endif
