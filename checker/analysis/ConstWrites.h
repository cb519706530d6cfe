//===-- ConstWrites.h - Const member functions that write -----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Const is shallow in C++: a const member function may write what is mutable,
// and whatever a pointer leads to. Who shares an object for reading does not
// expect that, unless a lock is held. Held by callers counts; what a closure
// inside of the function does is not looked at.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_CONSTWRITES_H
#define FEARLESS_ANALYSIS_CONSTWRITES_H

#include "analysis/Accesses.h"

namespace fearless::analysis {

class ConstWrites {
public:
  /// The arguments must outlive it.
  ConstWrites(const link::Program &Program, const PathTable &Paths,
              const CallGraph &Graph,
              const std::vector<FunctionResult> &Results, const Accesses &All)
      : Program(Program), Paths(Paths), Graph(Graph), Results(Results),
        All(All) {}

  /// Where a const member function writes \p F of its own object, or what it
  /// points to, or others write it, being mutable; with no lock held. None:
  /// nowhere. The first question takes a pass over all accesses.
  Site find(link::FieldSym F);

private:
  void collect();
  void add(const AccessPlace &P);
  void addMutable(const AccessPlace &P, const link::FunctionSymbol &F);
  void keep(link::FieldSym F, Site At);
  bool underLock(BodyId B, uint32_t Fact, unsigned Depth) const;

  const link::Program &Program;
  const PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<FunctionResult> &Results;
  const Accesses &All;
  bool Collected = false;
  std::map<link::FieldSym, Site> Found;
};

} // namespace fearless::analysis

#endif
