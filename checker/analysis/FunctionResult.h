//===-- FunctionResult.h - What the lock flow found in one function -------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Beside its summary, which speaks to callers, solving a function leaves what
// program-wide analyses and rules read: orders of acquisition, threads started,
// what is held and running at calls and accesses, and doubtful uses of locks.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_FUNCTIONRESULT_H
#define FEARLESS_ANALYSIS_FUNCTIONRESULT_H

#include "analysis/CallGraph.h"
#include "analysis/Summary.h"

namespace fearless::analysis {

/// Wanted is acquired while Held is held.
struct OrderEdge {
  Path Held;
  Site HeldAt;
  Acquisition Wanted; ///< In terms of this function.
  /// Other locks surely held then.
  ShortList<Path> Gates;
  ShortList<Path> SharedGates; ///< Held shared.
  ShortList<Running> Threads;  ///< That may be running then.
  ShortList<Path> Joined;      ///< Handles joined in this function by then.
  ShortList<Condition> When;   ///< Known of parameters, as callers know them.
  /// The branch that leads here compares the addresses (or keys) of the two.
  bool Ordered = false;
  bool HeldShared = false;
  bool Recursive = false; ///< One thread may hold Wanted several times.
  bool MayBeOne = false;  ///< See OpenEdge.
};

/// What is held on the ways to a point on which the parameters are so.
struct ConditionalHold {
  ShortList<Condition> When; ///< As callers know it.
  ShortList<Path> Held;      ///< Sorted.
  friend bool operator==(const ConditionalHold &,
                         const ConditionalHold &) = default;
};

/// Of one point, at most; where there are more, none is kept.
inline constexpr size_t MaxConditionalHolds = 4;

/// What holds at a call, an access of memory that others may see, an
/// assignment, a return, and where an object is made.
struct PointState {
  uint32_t Fact = 0;             ///< From here …
  uint32_t Last = 0;             ///< … to here it is the same.
  ShortList<Path> Held;          ///< On every path here. Sorted.
  ShortList<Path> Initialised;   ///< Statics and once flags, on every path.
  ShortList<Path> Shared;        ///< Of those, held shared on some path.
  ShortList<Running> Threads;    ///< On some path here. Sorted.
  ShortList<Path> Uncertain;     ///< One of these, on some path.
  ShortList<Path> Joined;        ///< Handles joined in this function by now.
  ShortList<HandOver> Observed;  ///< On every path here.
  ShortList<HandOver> Published; ///< On some path here, in this round.
  /// Where the ways here differ in what they hold: each of them.
  ShortList<ConditionalHold> Ways;
  bool alike(const PointState &P) const {
    return Held == P.Held && Initialised == P.Initialised &&
           Shared == P.Shared && Threads == P.Threads &&
           Uncertain == P.Uncertain && Joined == P.Joined &&
           Observed == P.Observed && Published == P.Published &&
           Ways == P.Ways;
  }
};

struct SpawnPoint {
  uint32_t Fact = 0;
  const Invocation *Callable = nullptr;
  Path Handle;
  /// Of each target of the callable: what its parameters are, `this` first.
  ShortList<ShortList<Value>> Arguments;
  ShortList<Running> Before; ///< Threads that may be running already.
  /// Events that the end of the thread notifies: a task that it runs.
  ShortList<HandOver> AtEnd;
  ShortList<Path> Held;
  /// Orders of locks in the thread that only its starter can name, in terms of
  /// the starter.
  ShortList<OpenEdge> Edges;
  /// One call starts several threads.
  bool startsSeveral() const {
    return Callable && Callable->Effect && Callable->Effect->Many;
  }
};

struct Issue {
  enum Kind : uint8_t {
    DoubleLock,
    LockedTwice,     ///< The call locks one object twice: First, then Other.
    UnlockNotHeld,   ///< Released here, but on this path it is not held.
    UnlockDisagrees, ///< Held on one path to this release, not on another.
    UnlockWrongMode, ///< Held shared and released as exclusive, or the reverse.
    LeakOnReturn,    ///< Held at this return, released at others.
    LeakOnThrow,
    LeakByResult, ///< The same, but a caller may know: perhaps a try-lock.
    GuardNeverLocked,
  };
  Kind What = DoubleLock;
  Path Lock;
  uint32_t At = 0;         ///< The fact that is wrong.
  facts::Location AtPlace; ///< Where that is no fact: the closing brace.
  Site First;              ///< Where the lock was taken, or released, before.
  Site Other;              ///< A path that does it right.
  BodyId Via;            ///< At is a call of this function, which takes it, …
  uint32_t ViaIndex = 0; ///< … by this of its acquisitions.
  bool Shared = false, WasShared = false;
  bool Parameter = false;     ///< UnlockDisagrees: one tells which path it is.
  std::optional<bool> Result; ///< LeakByResult: the result, where it tells.
};

struct FunctionResult {
  ShortList<OrderEdge> Edges;
  ShortList<PointState> Points; ///< Sorted by fact; absent: nothing held.
  ShortList<SpawnPoint> Spawns;
  ShortList<Running> Handles;  ///< That threads have had in this function.
  ShortList<Path> JoinedAtEnd; ///< Handles, however the function ends.
  /// Made in this body, with what has surely been observed by then.
  ShortList<std::pair<HandOver, ShortList<HandOver>>> Publications;
  ShortList<std::pair<Path, Path>> Aliases; ///< Events that are one.
  /// Locks and once flags that keep others waiting while the call at this fact
  /// runs its callable.
  ShortList<std::pair<uint32_t, Path>> RunsUnder;
  ShortList<Issue> Issues;
  /// Calls that take a lock which is given back later in this function, or give
  /// back one that was taken before: their callees are wrappers used as such.
  ShortList<uint32_t> BalancedCalls;
  uint32_t LockOperations = 0;
  uint32_t UnknownLocks = 0;
  uint32_t Transfers = 0; ///< Facts times states: the work done.
  uint32_t Joins = 0;
  uint32_t Instantiations = 0; ///< Summaries of callees put in, by state.
  bool Cut = false;

  const PointState *point(uint32_t Fact) const;
  /// It will not grow any more.
  void shrinkToFit() {
    Edges.shrink_to_fit();
    Points.shrink_to_fit();
    Spawns.shrink_to_fit();
    Issues.shrink_to_fit();
  }
};

} // namespace fearless::analysis

#endif
