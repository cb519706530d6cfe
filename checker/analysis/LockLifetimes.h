//===-- LockLifetimes.h - Where locks begin, end and are used -------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// To initialise or destroy a lock is to write it, and to take it or give it
// back is to read it: POSIX and C leave undefined what a lock does that another
// thread initialises or destroys meanwhile (pthread_mutex_destroy). Compared as
// the accesses of data are.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_LOCKLIFETIMES_H
#define FEARLESS_ANALYSIS_LOCKLIFETIMES_H

#include "analysis/AccessTable.h"
#include "analysis/BodyView.h"
#include "analysis/LastUsers.h"
#include "analysis/Threads.h"

namespace fearless::analysis {

class LockLifetimes : public AccessTable {
public:
  /// Of the locks that the program destroys or initialises when it runs, in
  /// functions that its own threads get to. Linear in the call sites.
  LockLifetimes(const link::Program &Program, PathTable &Paths,
                const CallGraph &Graph, const std::vector<Summary> &Summaries,
                const LockKeys &Keys, const ThreadRoots &Roots);

private:
  void collect(BodyId B);

  const CallGraph &Graph;
  const std::vector<Summary> &Summaries;
  LastUsers Last;
};

} // namespace fearless::analysis

#endif
