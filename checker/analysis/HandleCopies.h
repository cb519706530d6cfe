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
// the thread; who moves all of his into it has none left.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_HANDLECOPIES_H
#define FEARLESS_ANALYSIS_HANDLECOPIES_H

#include "analysis/CountedTypes.h"
#include "analysis/Encounters.h"

namespace fearless::analysis {

class PointerFlow;

/// What the starter does with a copy while the thread may run.
struct HandleUse {
  enum Kind : uint8_t {
    Copied,  ///< Another copy is made of it.
    Changed, ///< It is handed to a function that counts.
    Dropped, ///< It is destroyed.
  };
  Kind How = Copied;
  uint32_t Fact = 0;
  Path Of; ///< The copy.
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

/// Not thread-safe.
class HandleCopies {
public:
  /// Asks each function that starts threads.
  explicit HandleCopies(const Analysis &A);

  /// One for each start, in order of place.
  llvm::ArrayRef<HandleCopy> found() const { return Found; }

private:
  class Copies;
  void look(BodyId B, llvm::ArrayRef<RootId> Threads);
  void decide(Copies &In, RootId Thread);
  std::optional<HandleCopy> judge(Copies &In, RootId Thread,
                                  const HandleUse &U);

  const Analysis &A;
  Encounters Meetings;
  std::vector<HandleCopy> Found;
};

} // namespace fearless::analysis

#endif
