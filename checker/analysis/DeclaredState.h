//===-- DeclaredState.h - Declared capabilities held at a point -----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The domain of the flow of declared capabilities. A state describes the
// executions that hold the same capabilities by the same scoped objects; a
// point has a bounded set of them, so that paths told apart by a flag or by the
// result of a try-lock never mix.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_DECLAREDSTATE_H
#define FEARLESS_ANALYSIS_DECLAREDSTATE_H

#include "analysis/Summary.h"

namespace fearless::analysis {

/// A capability that is held.
struct Hold {
  enum Source : uint8_t {
    Entry,    ///< Declared by the function: its caller holds it.
    Taken,    ///< By this function.
    Tried,    ///< The same, by a try-lock whose result nobody has looked at.
    Managed,  ///< By an object that gives it back when it dies.
    Asserted, ///< The code says so.
  };
  Path Of;
  bool Shared = false;
  uint8_t Count = 1; ///< Of a reentrant one.
  Source From = Taken;
  bool Declared = false; ///< Taken by an attribute, not by what a model says.
  Value Result;          ///< Tried: what tells.
  Site At;
  friend bool operator==(const Hold &A, const Hold &B) {
    return A.Of == B.Of && A.Shared == B.Shared && A.Count == B.Count &&
           A.From == B.From;
  }
};

/// A capability that a scoped object looks after.
struct Managing {
  Path Of;
  bool Held = false; ///< By this object.
  bool Shared = false;
  bool Reacquired = false; ///< Given up for the time of the object's life.
  friend bool operator==(const Managing &, const Managing &) = default;
};

/// A guard, declared scoped or known by a model.
struct ScopedObject {
  Path Object;
  ShortList<Managing> Of;
  bool Declared = false;
  friend bool operator==(const ScopedObject &, const ScopedObject &) = default;
};

struct DeclaredState {
  std::vector<Hold> Held;           ///< Sorted.
  std::vector<ScopedObject> Scopes; ///< Sorted by object.
  std::vector<Path> Touched;        ///< Sorted: given back here.
  std::vector<Path> GivenBack; ///< Sorted: of those, what was not held here.
  std::vector<std::pair<Value, bool>> Known; ///< Sorted by value.
  std::vector<Store> Stores;                 ///< Sorted by place.
  /// Whatever is needed is said to be held ("*"): to read, to write.
  enum Wildcard : uint8_t { Nothing, Reading, Writing } Everything = Nothing;
  /// A name may have changed its meaning in a loop.
  bool Vague = false;
  std::optional<Value> Result; ///< After return.

  Hold *hold(Path P);
  const Hold *hold(Path P) const {
    return const_cast<DeclaredState *>(this)->hold(P);
  }
  void add(Hold H);
  void remove(Path P);
  bool holdsAll(bool Exclusive) const {
    return Everything == Writing || (Everything == Reading && !Exclusive);
  }
  ScopedObject *scope(Path Object);
  void setScope(ScopedObject S);
  void dropScope(Path Object);
  void touch(Path P);
  bool touched(Path P) const;
  const Store *storeAt(Path P) const;
  void store(Store S);
  void forget(Path P);
  std::optional<bool> known(Value V) const;
  void learn(Value V, bool Truth);
  /// What is known of values at \p Root is of the last round.
  void forgetValues(Path Root);
};

/// What the pointer that \p S left points to; none if it is no pointer or leads
/// to itself.
Path pointeeOf(PathTable &Paths, const Store &S);
/// Do both hold the same in the same way?
bool agree(const DeclaredState &A, const DeclaredState &B);
/// Keeps in \p A, which agrees with \p B, what both know. Whether A changed.
bool join(DeclaredState &A, const DeclaredState &B);

} // namespace fearless::analysis

#endif
