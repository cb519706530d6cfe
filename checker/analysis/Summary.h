//===-- Summary.h - What a function does to locks and threads -------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A summary tells a caller what calling a function means, in terms of the
// function's parameters, `this`, its Return object and globals. It lists the
// ways the call can end (outcomes) and what happens on the way (acquisitions,
// notifications). Lists are bounded; what a bound cuts is counted.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_SUMMARY_H
#define FEARLESS_ANALYSIS_SUMMARY_H

#include "analysis/Paths.h"
#include "support/ShortList.h"

#include "llvm/ADT/Hashing.h"

#include <optional>

namespace fearless::analysis {

using support::ShortList;

/// A fact of a body: where something happens.
struct Site {
  BodyId Body;
  uint32_t Fact = 0;
  friend auto operator<=>(const Site &, const Site &) = default;
  friend llvm::hash_code hash_value(const Site &S) {
    return llvm::hash_combine(S.Body.Index, S.Fact);
  }
  explicit operator bool() const { return bool(Body); }
};

/// What a condition asks of its value.
enum class Test : uint8_t {
  Nonzero,
  Equal,     ///< To the constant.
  Less,      ///< Than the constant.
  LessEqual, ///< Than the constant, or equal to it.
  Bits,      ///< Has one of the constant's bits.
};

/// Whether \p V passes the test \p Is against \p Constant.
bool passes(int32_t V, Test Is, int32_t Constant);

/// A test of a value whose outcome is known: what distinguishes one path from
/// another. Tests other than Nonzero are made where a function's conditions are
/// told to its callers, to whom its own computations mean nothing.
struct Condition {
  Value Of;
  Test Is = Test::Nonzero;
  int32_t Constant = 0;
  bool Truth = false;
  friend auto operator<=>(const Condition &, const Condition &) = default;
  /// The same question, whatever the answer.
  bool asks(const Condition &C) const {
    return Of == C.Of && Is == C.Is && Constant == C.Constant;
  }
};

/// Does one of the two know the opposite of what the other knows?
inline bool contradict(llvm::ArrayRef<Condition> A,
                       llvm::ArrayRef<Condition> B) {
  return llvm::any_of(A, [&](const Condition &X) {
    return llvm::any_of(
        B, [&](const Condition &Y) { return X.asks(Y) && X.Truth != Y.Truth; });
  });
}

/// What is waited for. All of them are nodes of the lock-order graph.
enum class WaitKind : uint8_t {
  Lock,
  Condition, ///< A condition variable is waited on.
  Thread,    ///< A thread is joined: Lock is its handle.
};

/// Somewhere in the function, at least on some path, a lock is taken in a way
/// that may block.
struct Acquisition {
  Path Lock;
  WaitKind Kind = WaitKind::Lock;
  bool Shared = false;
  /// Taken at once with others, by an algorithm that avoids deadlock.
  bool Together = false;
  Site At;    ///< In the summarised body: the acquiring call, or …
  BodyId Via; ///< … the call of a function that acquires it, and …
  uint32_t ViaIndex = 0; ///< … which of its acquisitions that is.
  uint32_t Depth = 0;    ///< How many calls away.
  /// Of how many functions the least certain call on the way (virtual, stored)
  /// runs one.
  uint32_t Choices = 1;
  /// Locks held at entry that have been released when this one is taken.
  ShortList<Path> Released;
  /// Locks that a wait gives back meanwhile, and that were held at entry. Where
  /// none of them is known to be held, it cannot be told which locks are kept.
  ShortList<Path> With;
  /// Known of parameters when it is taken.
  ShortList<Condition> When;
  /// Thread: the handle dies. A future that no thread belongs to just goes.
  bool IfJoinable = false;
  /// Thread: the places that start the threads waited for, where known.
  ShortList<Site> Joins;
};

/// What a release gives back.
enum class Mode : uint8_t { Any, Exclusive, Shared };

/// A lock whose state differs between entry and exit.
struct NetEffect {
  Path Lock;
  bool Acquired = true; ///< False: was held at entry and is not at exit.
  bool Shared = false;
  Site At; ///< Where it was acquired or released, in the summarised body.
  bool Dies = false;     ///< A guard that dies: released if it holds anything.
  Mode Back = Mode::Any; ///< If released.
  friend bool operator==(const NetEffect &A, const NetEffect &B) {
    return A.Lock == B.Lock && A.Acquired == B.Acquired && A.Shared == B.Shared;
  }
};

enum class Owns : uint8_t { No, Yes, Maybe };

/// A guard object: which locks it is tied to and whether it holds them.
struct Guard {
  Path Object;
  ShortList<Path> Locks;
  Owns Held = Owns::No;
  bool Shared = false;
  Site At; ///< Where it was made.
  friend bool operator==(const Guard &A, const Guard &B) {
    return A.Object == B.Object && A.Locks == B.Locks && A.Held == B.Held &&
           A.Shared == B.Shared;
  }
};

/// A thread that may be running.
struct Running {
  Path Handle; ///< Unknown path if it cannot be told.
  Site Spawn;
  friend auto operator<=>(const Running &, const Running &) = default;
};

/// State by which one thread tells another that something is done: an atomic
/// flag, an event, a variable or container under a lock. See HandOvers.h.
struct HandOver {
  Path Of;
  bool Zero = false; ///< Its value was zero, or empty.
  /// Published: if this parameter, counted from 1, is as Zero says.
  uint8_t Parameter = 0;
  bool OnFalse = false; ///< ByResult: if the result is false, not true.
  /// ByResult: of plain memory, without a lock. It tells those callers
  /// something that hold one.
  bool Plain = false;
  friend auto operator<=>(const HandOver &, const HandOver &) = default;
};

/// A pointer or callable left in an object that the caller can see.
struct Store {
  Path Where;
  Value What;
  /// Which definition of Where this is, as loads of it are numbered; 0 for one
  /// that a call made.
  uint32_t Version = 0;
  friend bool operator==(const Store &, const Store &) = default;
};

/// Which numbers the result of a call may be.
struct Numbers {
  int32_t Least = 0, Most = 0;
  bool Zero = true; ///< May it be zero, if that is between the two?
  static Numbers one(int32_t N) { return {N, N, N == 0}; }
  static Numbers natural() { return {0, INT32_MAX, true}; }
  bool apart(const Numbers &N) const {
    return Most < N.Least || N.Most < Least;
  }
  /// Makes room for those of \p N.
  void add(const Numbers &N) {
    Least = std::min(Least, N.Least);
    Most = std::max(Most, N.Most);
    Zero |= N.Zero;
  }
  friend bool operator==(const Numbers &, const Numbers &) = default;
};

/// One way a call can end.
struct Outcome {
  /// The truth of the result, where it tells this outcome from the others.
  std::optional<bool> Result;
  std::optional<Numbers> Number; ///< The result, where all are constants.
  ShortList<Condition> When;     ///< Known of parameters and globals.
  ShortList<NetEffect> Nets;
  ShortList<Guard> Guards;
  ShortList<Store> Stores;
  /// Locks whose state at the end cannot be told.
  ShortList<Path> Unclear;
  /// Locks of which one may be held at the end: `locks[hash(k)]`.
  ShortList<Path> Uncertain;
};

/// A condition variable is notified after these locks have been taken.
struct Notification {
  Path Condition;
  Site At;
  ShortList<Path> After; ///< Sorted.
};

/// While Held is held, Wanted is acquired, and the caller knows better than the
/// function which locks these are.
struct OpenEdge {
  Path Held;
  Path Wanted;
  Site HeldAt, WantedAt;          ///< In the function where it happens.
  Path HeldThere, WantedThere;    ///< In its terms.
  bool Ordered = false;           ///< See OrderEdge.
  WaitKind Kind = WaitKind::Lock; ///< Of Wanted. Not Thread.
  ShortList<Site> Through = {};   ///< The calls that lead there.
  /// Both at once, by an algorithm that avoids deadlock: they have no order,
  /// but must not be one.
  bool Together = false;
  /// Where this happens, the two are known to be compared or taken as readers,
  /// so that they may be one; or it is not sure that it happens.
  bool MayBeOne = false;
  friend bool operator==(const OpenEdge &, const OpenEdge &) = default;
};

/// An object that a function has made itself, and who else may know it.
struct OwnObject {
  enum Where : uint8_t {
    No,         ///< It is not its own.
    Nowhere,    ///< Nobody else knows it.
    UnderLocks, ///< It was left somewhere while exactly these were held.
    Everywhere,
  };
  Where Known = No;
  ShortList<Path> Held; ///< Sorted.
  explicit operator bool() const { return Known != No; }

  /// It is left somewhere while \p Locks, sorted, are held.
  void tell(const ShortList<Path> &Locks) {
    bool Same = Known == UnderLocks && Held == Locks;
    if (Locks.empty() || (Known != Nowhere && !Same))
      Known = Everywhere;
    else
      Known = UnderLocks;
    Held = Locks;
  }
  /// It is this object or \p O.
  void meet(const OwnObject &O) {
    if (Known == UnderLocks && O.Known == UnderLocks && Held != O.Held)
      Known = Everywhere;
    else if (O.Known > Known)
      *this = O;
  }
};

struct Summary {
  ShortList<Outcome> Outcomes; ///< Empty: never returns normally.
  ShortList<Outcome> Throws;   ///< How it can end by exception.
  ShortList<Acquisition> Acquisitions;
  /// Of where threads begin; of others only while functions are solved.
  ShortList<Notification> Notifications;
  ShortList<OpenEdge> OpenEdges;
  ShortList<Running> Started; ///< Threads that outlive the call.
  ShortList<Path> Joined;     ///< Handles joined on every path.
  /// Handles whose thread the call moves on: from where, and to where.
  ShortList<std::pair<Path, Path>> Moved;
  ShortList<HandOver> Observed;  ///< On every path.
  ShortList<HandOver> ByResult;  ///< On every path with that result.
  ShortList<HandOver> Published; ///< On some path.
  ShortList<Path> Claimed;       ///< On every path, and kept.
  ShortList<Path> MayClaim;      ///< If the result is true.
  ShortList<Path> Initialised;   ///< Statics and once flags, on every path.
  std::optional<Value> Result; ///< The value returned, where it is always one.
  OwnObject Own;    ///< What a pointer returned points to, unless it is null.
  bool Cut = false; ///< A bound was reached.

  /// It will not grow any more.
  void shrinkToFit() {
    Outcomes.shrink_to_fit();
    Acquisitions.shrink_to_fit();
    Notifications.shrink_to_fit();
    for (Notification &N : Notifications)
      N.After.shrink_to_fit();
    OpenEdges.shrink_to_fit();
    for (OpenEdge &E : OpenEdges)
      E.Through.shrink_to_fit();
    Started.shrink_to_fit();
  }

  bool inertButForStores() const {
    return Outcomes.size() == 1 && Outcomes[0].Nets.empty() &&
           Outcomes[0].Guards.empty() && Outcomes[0].Unclear.empty() &&
           Outcomes[0].Uncertain.empty() && !Outcomes[0].Result &&
           Acquisitions.empty() && Notifications.empty() && OpenEdges.empty() &&
           Started.empty() && Joined.empty() && Moved.empty() &&
           Observed.empty() && ByResult.empty() && Published.empty() &&
           Claimed.empty() && MayClaim.empty() && Initialised.empty();
  }
  /// Calling it does nothing that any analysis of locks would see.
  bool inert() const {
    return inertButForStores() && Outcomes[0].Stores.empty() && Throws.empty();
  }
};

inline constexpr unsigned MaxAcquisitions = 48;
inline constexpr unsigned MaxOutcomes = 6;
inline constexpr unsigned MaxNotifications = 16;
inline constexpr unsigned MaxOpenEdges = 16;

} // namespace fearless::analysis

#endif
