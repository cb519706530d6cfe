//===-- Accesses.h - Who touches which field or variable ------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every plain access of the program to memory that others may see, by the field
// or variable that it is of: reads and writes of the facts, and what models say
// that library calls do. A whole structure is each of its fields; fields that
// share a memory location are one.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_ACCESSES_H
#define FEARLESS_ANALYSIS_ACCESSES_H

#include "analysis/AccessTable.h"
#include "analysis/DerivedClasses.h"
#include "analysis/LastUsers.h"
#include "analysis/Threads.h"
#include "analysis/Types.h"

namespace fearless::analysis {

class Accesses : public AccessTable {
public:
  /// One pass over the program.
  Accesses(const link::Program &Program, PathTable &Paths,
           const CallGraph &Graph, const std::vector<Summary> &Summaries,
           const LockKeys &Keys, const ThreadRoots &Roots);

private:
  bool mayRaceAsFree(BodyId B, uint32_t Fact, Path P) const;
  void collect(BodyId B, const std::vector<Summary> &Summaries);
  enum How { Reads, Writes, Frees };
  void add(BodyId B, uint32_t Fact, Path P, How Does, uint32_t ReadAt,
           bool Atomic = false);
  link::RecordSym classFor(BodyId B, Path P) const;
  link::RecordSym madeBy(BodyId B, Path Allocation) const;
  void addWhole(const AccessPlace &At, link::RecordSym R, unsigned Depth);
  bool mayRace(Path P, BodyId In) const;

  const CallGraph &Graph;
  const ThreadRoots &Roots;
  LastUsers Last;
  DerivedClasses Derived;
  bool Threads; ///< The program starts some.
};

} // namespace fearless::analysis

#endif
