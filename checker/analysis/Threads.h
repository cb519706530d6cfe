//===-- Threads.h - Thread roots and what may happen in parallel ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A root is where a thread begins: main, the callable of a spawn (keyed by the
// place that starts it), or the outside of a library. For every root and every
// function that it reaches, a context says which locks are held on all ways
// there, and which threads that were started on the way may be running.
//
// Happens-in-parallel (DESIGN.md) is a relation over points: a function, what
// is running there, and the root that got there. It errs to "in parallel" where
// a thread has no known handle, and to "not" where a join is in a loop over
// handles, or where a handle is a field: `start()` and `stop()` of one class
// are taken to be called on one object.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_THREADS_H
#define FEARLESS_ANALYSIS_THREADS_H

#include "analysis/HandOvers.h"
#include "analysis/Situations.h"

#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/DenseMap.h"

#include <map>

namespace fearless::analysis {

using RootId = facts::Id<struct RootTag>;

struct Root {
  enum Kind : uint8_t {
    Main,
    Thread,
    Library, ///< Callers out of sight: of functions that nobody here calls.
  };
  Kind What = Main;
  std::vector<BodyId> Entries;
  Site Spawn;                        ///< Thread: the call that starts it.
  const SpawnPoint *Point = nullptr; ///< Thread.
  llvm::BitVector Programs;          ///< That it can be part of.
  bool Many = false;                 ///< More than one may run at once.
  /// Thread: a signal handler. It runs on a thread of another root, between any
  /// two steps of that; Spawn installs it.
  bool Handler = false;
  /// Main: what atexit() has been given.
  bool AtExit = false;
  /// Library: of destructors. Who destroys an object has it to himself, but
  /// for threads that were started.
  bool Destroys = false;
};

/// One of the ways by which a root gets to a function: the call that leads
/// there, and which of the ways to its function that goes on from.
struct RootWay {
  Situations::Id Here = 0;
  BodyId From; ///< None: an entry.
  uint32_t Fact = 0;
  uint32_t FromWay = 0;
};

/// How a root gets to a function.
struct RootContext {
  RootId Root;
  Situations::Id Here = 0; ///< On all ways.
  /// Those that differ in what is held and in what is running, of which neither
  /// says all that the other does. Bounded.
  ShortList<RootWay> Ways = {};
  /// The call that first led there, for witnesses. None at an entry.
  BodyId From;
  uint32_t FromFact = 0;
  /// Every way there passes a call of many choices.
  bool Doubtful = false;
  bool Known = false;  ///< Here has been found.
  bool Queued = false; ///< To be followed.
};

/// A point of a function as a root gets there.
struct Point {
  RootId Root;
  uint32_t Way = 0; ///< Of the root, to the function.
  llvm::SmallVector<LockKey, 4> Held;
  std::vector<Site> Running;
  llvm::SmallVector<LockKey, 0> Initialised;
  llvm::SmallVector<LockKey, 0> Shared; ///< Of Held, perhaps shared.
  llvm::SmallVector<LockKey, 0> Uncertain;
  HandSet Observed, Published;
  std::vector<Site>
      Ended;             ///< Of threads that this function has joined. Sorted.
  bool Doubtful = false; ///< See RootContext.
};

/// Both hold one of several locks, or one that cannot be told: perhaps the
/// same.
bool mayShareLock(const Point &P, const Point &Q);

/// \p K, which both hold, is a once flag that both found set: it keeps them
/// apart from what it ran, and not from each other.
bool bothPast(LockKey K, const Point &P, const Point &Q);

class ThreadRoots {
public:
  ThreadRoots(const link::Program &Program, PathTable &Paths,
              const CallGraph &Graph, const std::vector<Summary> &Summaries,
              const LockKeys &Keys, const HandOvers &Hands,
              const std::vector<FunctionResult> &Results);

  llvm::ArrayRef<Root> roots() const { return Roots; }
  const Root &root(RootId R) const { return Roots[R.Index]; }
  llvm::ArrayRef<RootContext> contexts(BodyId B) const {
    return Contexts[B.Index];
  }
  const HandOvers &hands() const { return Hands; }
  const RootContext *context(BodyId B, RootId R) const;
  /// Statics of functions and once flags that are set on all ways to \p C.
  llvm::ArrayRef<LockKey> initialised(const RootContext &C) const {
    return Ways.Locks[Ways[C.Here].Initialised];
  }
  /// The places that start the threads that \p Handle, in \p B, may stand for.
  std::vector<Site> threadsOf(Path Handle, BodyId B) const;
  /// The points that \p State, in \p B, stands for: one for each way of each
  /// root.
  std::vector<Point> points(BodyId B, llvm::ArrayRef<Path> Held,
                            llvm::ArrayRef<Running> Threads,
                            llvm::ArrayRef<Path> Joined) const;
  /// The same; none: nothing is held there.
  std::vector<Point> points(BodyId B, const PointState *State) const;
  /// All that is known of the point: also what may be held, or is held as the
  /// callers decide, what is held as a reader, and hand-overs.
  std::vector<Point> pointsInFull(BodyId B, const PointState *State) const;
  /// Adds what \p State, at the point of \p B that \p P stands for, has handed
  /// over and seen.
  void addHandOvers(Point &P, BodyId B, llvm::ArrayRef<HandOver> Observed,
                    llvm::ArrayRef<HandOver> Published) const;
  /// Adds what every caller by whom the root of \p P comes to \p B makes it
  /// hold there, by what it passes or by what it holds itself.
  void addConditionalHolds(Point &P, BodyId B,
                           llvm::ArrayRef<ConditionalHold> Ways) const;
  /// Does some call by which \p R gets to \p B let all of \p When be so?
  bool mayBranch(llvm::ArrayRef<Condition> When, BodyId B, RootId R) const;
  /// Does a hand-over put one of the two before the other?
  bool handedOver(const Point &A, const Point &B) const;
  /// What names the locks that may be held, of which \p Locks are one each.
  /// Sorted.
  std::vector<LockKey> uncertainLocks(llvm::ArrayRef<Path> Locks,
                                      BodyId B) const;
  /// May the two points happen at once, in one program?
  bool parallel(const Point &A, const Point &B) const;
  /// Is one of the two a signal handler, and the other the main thread, which
  /// it interrupts?
  bool interrupts(RootId A, RootId B) const {
    return (root(A).Handler && root(B).What == Root::Main) ||
           (root(B).Handler && root(A).What == Root::Main);
  }
  /// Is it part of a crash, and not of the program's normal life?
  bool doomed(Site S) const;
  /// The calls from the root's entry to \p B: (body, fact), outermost first.
  std::vector<Site> callChain(BodyId B, RootId R, uint32_t Way = 0) const;
  /// Functions that more roots get to than are followed.
  unsigned cuts() const { return TooManyRoots.count(); }

private:
  void findDoomed();
  bool dies(BodyId B) const;
  void addMains();
  void addExits();
  void addThreads();
  void noteTasks(Site Spawn, llvm::ArrayRef<BodyId> Targets);
  bool runsGivenTask(BodyId Caller, BodyId Callee) const;
  void addLibrary();
  RootId addLibraryRoot(bool Destroys);
  void reach(RootId R);
  void propagate(RootId R);
  void propagateAll();
  /// Which locks \p L, of \p B, may be as root \p R gets there. A parameter is
  /// what the callers pass that the root comes by.
  struct Names {
    llvm::SmallVector<LockKey, 2> Keys; ///< Sorted.
    bool All = true;                    ///< No other is possible.
    bool certain() const { return All && Keys.size() == 1; }
  };
  Names names(Path L, BodyId B, RootId R, unsigned Depth = 0) const;
  llvm::ArrayRef<PlacedPath> passedFor(Path L, BodyId B) const;
  void hold(Point &At, Path L, BodyId B) const;
  /// What a call adds to what holds where its function is entered.
  struct CallEffect {
    BodyId In;
    LockSets::Id Shared = LockSets::None, Initialised = LockSets::None;
    std::vector<LockKey> Held, Uncertain; ///< Sorted.
    std::vector<Path> HeldOfCaller;       ///< Only a root's ways name them.
    ShortList<Path> Joined;
    SiteSets::Id Started = SiteSets::None;
    HandSets::Id Seen = HandSets::None, Told = HandSets::None;
    bool operator==(const CallEffect &) const = default;
  };
  struct Step {
    BodyId To;
    uint32_t Fact; ///< The first call that does it.
    uint32_t Effect;
    bool Doubtful;
  };
  std::vector<LockKey> keysOf(llvm::ArrayRef<Path> Locks, BodyId B) const;
  uint32_t effectOf(BodyId B, const CallSite &S, bool Handed,
                    link::VariableSym Initialised);
  llvm::ArrayRef<Step> steps(BodyId B);
  RootContext *contextOf(BodyId B, RootId R);
  bool addContext(BodyId B, RootContext C);
  /// One way to enter a function: what its parameters are, and what is held.
  struct Entering {
    llvm::SmallVector<Value, 4> Arguments;
    bool Known = true; ///< Arguments are all there is to say.
    std::vector<LockKey> Held;
    BodyId From; ///< None: the root begins here.
  };
  std::optional<std::vector<Entering>> entering(BodyId B, RootId R,
                                                size_t Most) const;
  bool mayHold(llvm::ArrayRef<Condition> When, const Entering &By, RootId R,
               unsigned Depth) const;
  bool enterBy(RootContext &C, const RootWay &By);
  Situations::Id after(Situations::Id Here, const CallEffect &E, RootId R);
  Situation atStart(RootId R);
  std::vector<Site> leftByMain(const Root &R) const;
  void findPublishers();
  void findParallelRoots();
  bool runsOnce(BodyId B, unsigned Depth) const;
  bool inLoop(Site S) const;
  unsigned timesPassed(BodyId B, unsigned Parameter, BodyId Entry,
                       unsigned Depth) const;
  bool isReset(Path Flag) const;
  bool firstStarts(const Root &R) const;
  bool startedOnce(const Root &R) const;
  HandSet gained(HandSet Observed) const;
  bool precedes(const Point &A, const Point &B) const;
  void findHandles();
  bool mayBeHandle(PlacedPath Known, Path Handle, BodyId B) const;
  void removeJoined(std::vector<Site> &Running, llvm::ArrayRef<Path> Joined,
                    BodyId B) const;
  void findThreadsJoinedByThreads();
  void removeWaitedFor(std::vector<Site> &Running, llvm::ArrayRef<Path> Joined,
                       BodyId B) const;
  bool hasEnded(const Point &P, RootId R) const;
  bool leftBehind(const Point &P, RootId R) const;
  bool mayRun(llvm::ArrayRef<Site> Running, RootId R) const;

  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<Summary> &Summaries;
  const LockKeys &Keys;
  const HandOvers &Hands;
  const std::vector<FunctionResult> &Results;
  /// Facts that lead to the end of the program, of bodies that have some.
  llvm::DenseMap<BodyId, llvm::BitVector> Doomed;
  /// Of lambdas that markers say a thread runs: the function that hands them
  /// over.
  llvm::DenseMap<BodyId, BodyId> GivenBy;
  std::vector<Root> Roots;
  std::vector<ShortList<RootContext>> Contexts; ///< Sorted by root.
  Situations Ways;                              ///< That contexts refer to.
  std::vector<CallEffect> Effects;              ///< 0: none.
  std::vector<ShortList<Step>> Steps;           ///< By body.
  llvm::BitVector StepsKnown;                   ///< Bodies.
  /// By function and one of its paths that is a parameter; see passedFor.
  mutable std::map<std::pair<BodyId, Path>, std::vector<PlacedPath>> Passed;
  uint32_t FirstThread = 0;     ///< Of the roots; mains come before.
  llvm::BitVector TooManyRoots; ///< Bodies.
  /// Of spawns: wherever a function sees the thread in a handle.
  std::map<Site, std::vector<PlacedPath>> Handles;
  /// By publication: the roots that make it, and what all of them have observed
  /// before.
  std::vector<llvm::BitVector> Publishers;
  std::vector<HandSets::Id> KnownBy;
  /// Threads that a thread has joined when it ends.
  std::map<Site, std::vector<Site>> JoinedBy;
  /// Threads that may be running when a root's thread is started.
  std::vector<std::vector<Site>> Before;
  /// Roots whose thread reaches the place that starts this one.
  std::vector<llvm::BitVector> Ancestors;
};

} // namespace fearless::analysis

#endif
