//===-- HandleCopies.h - Copies of one handle in two threads --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A thread that is given a copy of a counted handle, captured or as an
// argument, changes the count when it ends, at the latest: there the closure
// dies, though nothing in the source says so. Whoever has another copy must not
// copy or drop that meanwhile. Copies are followed in the function that starts
// the thread, and, of a member or a variable of static storage duration,
// wherever that is used; who moves all of his into the thread has none left.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_HANDLECOPIES_H
#define FEARLESS_ANALYSIS_HANDLECOPIES_H

#include "analysis/CountedTypes.h"
#include "analysis/Encounters.h"
#include "analysis/Objects.h"

namespace fearless::analysis {

/// What the starter does with a copy while the thread may run.
struct HandleUse {
  enum Kind : uint8_t {
    Copied,  ///< Another copy is made of it.
    Changed, ///< It is handed to a function that counts.
    Dropped, ///< It is destroyed.
  };
  Kind How = Copied;
  BodyId In;
  uint32_t Fact = 0;
  Path Of; ///< The copy.

  Site at() const { return {In, Fact}; }
};

/// One thread that gets a copy, and one use of another.
struct HandleCopy {
  RootId Thread;
  Site Start;  ///< The call that starts it.
  Path Handle; ///< What it gets a copy of, in terms of the starter.
  PlainCounting Counted;
  HandleUse Use;
  Point Mine, Theirs; ///< The starter's, at the use; the thread's end.
};

/// Two threads use one handle of static storage duration, and so the count.
struct HandleMeeting {
  PlainCounting Counted;
  HandleUse First, Second;
  Point FirstPoint, SecondPoint;
};

/// Not thread-safe.
class HandleCopies {
public:
  /// Asks each function that starts threads.
  explicit HandleCopies(const Analysis &A);

  /// One for each start, in order of place.
  llvm::ArrayRef<HandleCopy> found() const { return Found; }
  /// One for each variable.
  llvm::ArrayRef<HandleMeeting> meetings() const { return Met; }

private:
  class Copies;
  LockKey sharedKey(Path P) const;
  std::set<LockKey> sharedHandles();
  bool names(BodyId B, const std::set<LockKey> &Keys) const;
  void findShared();
  void look(BodyId B, llvm::ArrayRef<RootId> Threads);
  void decide(Copies &In, RootId Thread);
  void expand(const HandleUse &U, unsigned Depth, std::vector<HandleUse> &To);
  bool decideElsewhere(Path Origin, const PlainCounting &Counted,
                       RootId Thread);
  void decideStatic(llvm::ArrayRef<HandleUse> Uses);
  std::optional<HandleCopy> judge(RootId Thread, const HandleUse &U);
  bool oneObject(Path P, RootId Thread, const HandleUse &U, RootId R);

  const Analysis &A;
  Encounters Meetings;
  /// Uses of handles that are members, or of static storage duration.
  std::map<LockKey, std::vector<HandleUse>> Shared;
  std::vector<HandleCopy> Found;
  std::vector<HandleMeeting> Met;
};

} // namespace fearless::analysis

#endif
