//===-- ThreadBorrows.h - What a thread is lent when it is started --------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the callable of a thread captures by reference or pointer, or is passed
// so: variables of the function that makes it, and the object whose method
// that is. An owning pointer that goes along keeps an object alive: then it is
// no borrow.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_THREADBORROWS_H
#define FEARLESS_ANALYSIS_THREADBORROWS_H

#include "analysis/Threads.h"
#include "analysis/Types.h"

namespace fearless::analysis {

struct ThreadBorrow {
  RootId Thread;
  Site At; ///< Where it is captured or passed.
  Path Of; ///< A variable of the body of At, or what a parameter points to.
  link::RecordSym Object; ///< The class, if it is the object of a method.
};

class ThreadBorrows {
public:
  /// Linear in the facts of functions that make callables.
  ThreadBorrows(const link::Program &Program, PathTable &Paths,
                const CallGraph &Graph, const std::vector<Summary> &Summaries,
                const ThreadRoots &Roots);

  /// By thread, then place.
  llvm::ArrayRef<ThreadBorrow> all() const { return Found; }

private:
  void findClosures();
  void addCaptures(RootId T, Site Closure);
  void addPassed(RootId T, const Root &R, size_t Entry);
  void add(RootId T, Site At, Value V);
  link::RecordSym sharedOwnerOf(TypeRef T) const;
  std::vector<link::RecordSym> ownedBy(link::RecordSym Closure) const;
  bool keepsAlive(link::RecordSym Owned, link::RecordSym Object) const;
  void dropOwned(size_t From, llvm::ArrayRef<link::RecordSym> Owned);

  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<Summary> &Summaries;
  const ThreadRoots &Roots;
  std::map<link::FunctionSym, std::vector<Site>> Closures;
  std::vector<ThreadBorrow> Found;
};

} // namespace fearless::analysis

#endif
