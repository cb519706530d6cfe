//===-- DeclaredOrder.h - The order of locks as it is declared ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What ACQUIRED_BEFORE and ACQUIRED_AFTER say of locks, and what the project's
// hierarchies say, is one relation, and transitive. Each way in which a lock is
// taken under another (LockOrder.h) is held against it.
//
// Annotations and class names speak of lock classes; a hierarchy may name
// objects as well ("g_ledger.mu" before "g_audit.mu").
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_DECLAREDORDER_H
#define FEARLESS_ANALYSIS_DECLAREDORDER_H

#include "analysis/LockHierarchy.h"
#include "analysis/LockOrder.h"

#include "llvm/Support/GlobPattern.h"

namespace fearless::analysis {

/// One declaration: First is to be locked before Then.
struct DeclaredStep {
  findings::Place Where;
  std::string First, Then;
};

/// A lock is taken under one that is declared to come after it.
struct OrderViolation {
  const GraphEdge *Edge = nullptr; ///< Of the LockOrder.
  std::vector<DeclaredStep> Why;   ///< From what is wanted to what is held.
  bool Doubtful = false;           ///< It needs a call of many choices.
};

class DeclaredOrder {
public:
  /// Reads all and keeps references to all.
  /// Cost: the ways of the order, times the levels that are declared; with
  /// hierarchies, the program's fields and variables once.
  DeclaredOrder(const link::Program &Program, const LockKeys &Keys,
                const LockOrder &Order,
                llvm::ArrayRef<LockHierarchy> Hierarchies);

  /// In the order of the LockOrder's ways. Where both orders are declared,
  /// nothing is violated.
  llvm::ArrayRef<OrderViolation> violations() const { return Violations; }
  /// Two locks of one class: does a hierarchy allow to nest them so?
  bool allows(const GraphEdge &SameClass) const;
  /// Levels that name a class's lock or a variable which the program does not
  /// have: most likely a slip of the pen.
  llvm::ArrayRef<LockHierarchy::Level> unknown() const { return Unknown; }

private:
  /// One hierarchy, ready to be asked.
  struct Ranks {
    const LockHierarchy *Of;
    std::vector<std::optional<llvm::GlobPattern>> Patterns; ///< Of each level.
    std::map<LockKey, size_t> Level;
    std::optional<size_t> find(llvm::StringRef Name, bool ByPattern) const;
  };
  using Reached = std::map<LockKey, std::pair<LockKey, DeclaredStep>>;

  void addAnnotations();
  void addHierarchy(const LockHierarchy &H);
  bool isLock(LockKey K) const;
  void enter(LockKey K);
  void enterNamed();
  std::vector<std::pair<LockKey, DeclaredStep>> next(LockKey K) const;
  const Reached &reachedFrom(LockKey K);
  std::optional<size_t> level(const Ranks &R, Path P, LockKey K,
                              BodyId In) const;
  std::pair<std::optional<size_t>, std::optional<size_t>>
  levels(const Ranks &R, const GraphEdge &E) const;
  std::vector<DeclaredStep> whyNot(const GraphEdge &E);
  void judge(const GraphEdge &E);

  const link::Program &Program;
  const LockKeys &Keys;
  std::map<LockKey, std::vector<std::pair<LockKey, findings::Place>>> Annotated;
  std::vector<Ranks> Hierarchies;
  std::map<LockKey, Reached> Known; ///< Answers of reachedFrom().
  std::vector<OrderViolation> Violations;
  std::vector<LockHierarchy::Level> Unknown;
};

} // namespace fearless::analysis

#endif
