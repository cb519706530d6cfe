//===-- DeclaredGuards.h - What is declared of locks, and broken ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every function of the program held against Clang's thread-safety attributes
// (DeclaredFlow.h). A function without REQUIRES that touches guarded data is in
// order if somebody calls it and whoever does holds the guard: then its
// attribute is missing, and no lock.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_DECLAREDGUARDS_H
#define FEARLESS_ANALYSIS_DECLAREDGUARDS_H

#include "analysis/DeclaredFlow.h"
#include "analysis/LockKeys.h"

namespace fearless::analysis {

/// An issue of which no caller says that it is none.
struct DeclaredFinding {
  BodyId Body;
  DeclaredIssue Issue;
  /// A call of the function by somebody who does not hold the capability,
  /// where others do.
  Site Without;
};

class DeclaredGuards {
public:
  /// Nothing is done where nothing is declared.
  DeclaredGuards(const link::Program &Program, PathTable &Paths,
                 const CallGraph &Graph, const std::vector<Summary> &Summaries,
                 const ObjectPointers &Pointers);

  /// In order of body and place.
  llvm::ArrayRef<DeclaredFinding> found() const { return Found; }
  unsigned cuts() const { return Cuts; }
  const Capabilities &declared() const { return Declared; }
  /// Of a field or variable.
  llvm::ArrayRef<DeclaredGuard> guards(LockKey Data) const;

private:
  bool matters(BodyId B) const;
  void findThreadEntries();
  void judge(BodyId B, const DeclaredIssue &I);
  /// What a chain of calls from a caller to the one in question holds.
  struct Chain {
    std::vector<BodyId> Bodies;
    Site Without;
    bool AnyHolds = false;
  };
  bool callersHold(BodyId B, Path Of, bool Exclusive,
                   llvm::ArrayRef<Hold> Below, Chain &C);
  bool callerHolds(const CallGraph::Caller &Caller, BodyId B, Path Of,
                   bool Exclusive, llvm::ArrayRef<Hold> Below, Chain &C);
  Path resolve(llvm::ArrayRef<Store> Stores, Path P) const;
  bool ownObject(BodyId B, Path Of) const;

  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<Summary> &Summaries;
  const ObjectPointers &Pointers;
  Capabilities Declared;
  std::vector<DeclaredSummary> Known;
  std::vector<DeclaredResult> Results;
  std::vector<bool> OnThread; ///< Bodies that a thread begins with.
  std::vector<DeclaredFinding> Found;
  unsigned Cuts = 0;
};

} // namespace fearless::analysis

#endif
