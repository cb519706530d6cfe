//===-- State.h - What is known at a point of a function ------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The domain of the lock flow. A State describes the executions that reach a
// point with the same locks and guards; a point has a bounded set of them, so
// that `if (c) lock(); … if (c) unlock();` is two states that never mix.
//
// Two states agree() when their locks and guards do; join() of agreeing states
// keeps what both know. join is commutative, associative and idempotent up to
// the sites that serve as witnesses, of which the smaller is kept (and so it is
// for those, too). See test/unit/analysis/StateTest.cpp.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_STATE_H
#define FEARLESS_ANALYSIS_STATE_H

#include "analysis/Summary.h"

namespace fearless::analysis {

/// A lock that this function has touched. A lock without an entry is as it was
/// when the function was entered.
struct LockState {
  enum Hold : uint8_t { Free, Held, Maybe };
  Path Lock;
  Hold AtEntry = Free; ///< Assumed, by what the function does first.
  Hold Now = Free;
  bool Shared = false;
  /// Held at entry, as At says: there a guard takes it over.
  bool Adopted = false;
  Mode Back = Mode::Any; ///< Of the first release of what was held at entry.
  uint8_t Count = 0;     ///< Of a recursive lock.
  /// It was acquired in this function and released again.
  bool Balanced = false;
  Site At; ///< Where it got into the state Now.
};

/// What has been observed on every path that returns a certain truth.
struct ResultTelling {
  bool Possible = false; ///< There is one.
  std::vector<HandOver> Observed;
};

struct State {
  std::vector<LockState> Locks;    ///< Sorted by lock.
  std::vector<Guard> Guards;       ///< Sorted by object.
  std::vector<Store> Stores;       ///< Sorted by place: last value stored.
  std::vector<Condition> Known;    ///< Sorted by value.
  std::vector<Running> Threads;    ///< Sorted: threads that may be running.
  std::vector<Path> Joined;        ///< Sorted: handles surely joined.
  std::vector<Path> Acquired;      ///< Sorted: locks surely taken so far.
  std::vector<Path> Uncertain;     ///< Sorted: one of these may be held.
  std::vector<Path> Passed;        ///< Sorted: once flags surely set by now.
  std::vector<Path> Initialised;   ///< Sorted: statics and flags, the same.
  std::vector<HandOver> Observed;  ///< Sorted: on every path here.
  std::vector<HandOver> Glimpsed;  ///< Sorted: as Observed, with no lock.
  std::vector<HandOver> Published; ///< Sorted: on some, in this round.
  std::vector<Path> Claimed;       ///< Sorted: by a won exchange.
  std::optional<Value> Result;     ///< After return, …
  std::optional<Numbers> Number;   ///< … which is one of these, …
  ResultTelling ByResult[2];       ///< … by its truth, …
  Site ReturnedAt;                 ///< … which is here.

  LockState *lock(Path P);
  const LockState *lock(Path P) const {
    return const_cast<State *>(this)->lock(P);
  }
  /// The entry for \p P, made with \p AtEntry = \p Now = \p Entry if new.
  LockState &touch(Path P, LockState::Hold Entry);
  Guard *guard(Path Object);
  const Guard *guard(Path Object) const {
    return const_cast<State *>(this)->guard(Object);
  }
  void setGuard(Guard G);
  void dropGuard(Path Object);
  /// Must-held locks.
  llvm::SmallVector<Path, 4> held() const;

  const Store *storeAt(Path P) const;
  const Value *stored(Path P) const {
    const Store *S = storeAt(P);
    return S ? &S->What : nullptr;
  }
  void store(Path P, Value V, uint32_t Version = 0);
  void forgetStoresUnder(const PathTable &Paths, Path Prefix);

  std::optional<bool> truth(Value V) const;
  std::optional<bool> truth(const Condition &Question) const;
  /// Records that \p V is true or false. False if that contradicts what is
  /// known: no execution gets here.
  bool assume(Value V, bool Truth);
  bool assume(const Condition &C);

  void start(Running R);
  void addAcquired(Path P);
  /// A lock of several was taken: `locks[hash(k)]`.
  void takeUncertain(Path P);
  void addPassed(Path P);
  void addInitialised(Path P);
  void addJoined(Path P);
};

bool agree(const State &A, const State &B);

/// Are other threads running in \p A than in \p B, and does a condition tell
/// which, or a variable? `if (c) start(t); … if (c) join(t);`
bool toldApartByThreads(const State &A, const State &B);

/// Merges \p B into \p A, which agree(). Returns whether A changed.
bool join(State &A, const State &B);

/// Merges \p B into \p A although they differ: locks in different states become
/// Maybe. The last resort of a bounded set.
void widen(State &A, const State &B);

} // namespace fearless::analysis

#endif
