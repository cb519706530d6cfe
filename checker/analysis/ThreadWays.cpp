//===-- ThreadWays.cpp - How roots get to functions -----------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of ThreadRoots: from the entry of a root over all calls. First by which
// way it gets to each function, then what holds there, callers before callees.
// Cost: roots that get to a function, of which there are no more than a bound,
// times its different calls; more in cycles of calls.
//
//===----------------------------------------------------------------------===//

#include "analysis/StaticInitialisers.h"
#include "analysis/Threads.h"
#include "support/Components.h"
#include "support/Sorted.h"

#include <algorithm>
#include <deque>
#include <queue>
#include <set>
#include <tuple>

using namespace fearless;
using namespace fearless::analysis;
using support::insertSorted;

/// Of one kind, main or thread, in one function. What more of them do there is
/// not followed: it is counted. So the contexts grow with the functions,
/// however many threads a program has.
static constexpr size_t MaxRootsPerFunction = 64;
/// Ways of one root to one function that are told apart.
static constexpr size_t MaxWays = 4;

// The steps of a function ----------------------------------------------------

/// Those that have a name. Sorted.
std::vector<LockKey> ThreadRoots::keysOf(llvm::ArrayRef<Path> Locks,
                                         BodyId B) const {
  std::vector<LockKey> Result;
  for (Path L : Locks)
    if (LockKey K = Keys.key(L, B))
      insertSorted(Result, K);
  return Result;
}

std::vector<LockKey> ThreadRoots::uncertainLocks(llvm::ArrayRef<Path> Locks,
                                                 BodyId B) const {
  std::vector<LockKey> Result = keysOf(Locks, B);
  if (llvm::any_of(Locks, [&](Path L) { return !Paths.known(L); }))
    Result.push_back({LockKey::Unclear, 0});
  return Result;
}

/// The number of what the call at \p S adds to what holds at the entry of
/// \p B: for its callee, or for what is \p Handed to that to be called.
uint32_t ThreadRoots::effectOf(BodyId B, const CallSite &S, bool Handed,
                               link::VariableSym Initialised) {
  CallEffect E;
  E.In = B;
  if (Initialised)
    E.Held.push_back({LockKey::Variable, Initialised.Index});
  auto Hold = [&](Path Lock) {
    if (LockKey K = Keys.key(Lock, B))
      insertSorted(E.Held, K);
    else if (Paths.isRoot(Lock, PathKind::Parameter))
      E.HeldOfCaller.push_back(Lock);
  };
  if (Handed)
    for (auto [Fact, Lock] : Results[B.Index].RunsUnder)
      if (Fact == S.Fact)
        Hold(Lock);
  if (const PointState *P = Results[B.Index].point(S.Fact)) {
    for (Path L : P->Held)
      Hold(L);
    E.Uncertain = uncertainLocks(P->Uncertain, B);
    E.Shared = Ways.Locks.intern(keysOf(P->Shared, B));
    E.Initialised = Ways.Locks.intern(keysOf(P->Initialised, B));
    std::vector<Site> Started;
    for (const Running &T : P->Threads)
      insertSorted(Started, T.Spawn);
    E.Started = Ways.Spawns.intern(std::move(Started));
    E.Joined = P->Joined;
    E.Seen = Ways.Hands.intern(Hands.keys(P->Observed, B));
    E.Told = Ways.Hands.intern(Hands.keys(P->Published, B));
  }
  CallEffect Nothing;
  Nothing.In = B;
  if (E == Nothing)
    return 0;
  if (!(Effects.back() == E)) // The next call often is as this one.
    Effects.push_back(std::move(E));
  return Effects.size() - 1;
}

/// Whom \p B calls, not by starting a thread; each callee once for each effect.
llvm::ArrayRef<ThreadRoots::Step> ThreadRoots::steps(BodyId B) {
  ShortList<Step> &List = Steps[B.Index];
  if (StepsKnown.test(B.Index))
    return List;
  StepsKnown.set(B.Index);
  std::vector<InitialiserFact> Initialisers;
  if (Graph.has(B, CallGraph::InitialisesStatic)) {
    Program.trim();
    Initialisers = staticInitialisers(Program, B);
  }
  std::set<std::tuple<BodyId, uint32_t, bool>> Seen;
  for (const CallSite &S : Graph.sites(B)) {
    if (doomed({B, S.Fact}))
      continue;
    link::VariableSym Initialised = initialisedBy(Initialisers, S.Fact);
    bool Doubtful = S.choices() > MaxCertainChoices;
    auto Add = [&](llvm::ArrayRef<BodyId> Targets, bool Handed) {
      if (Targets.empty())
        return;
      uint32_t Effect = effectOf(B, S, Handed, Initialised);
      for (BodyId T : Targets)
        if ((Handed || !dies(T)) && !runsGivenTask(B, T) &&
            Seen.insert({T, Effect, Doubtful}).second)
          List.push_back({T, S.Fact, Effect, Doubtful});
    };
    Add(S.Targets.Bodies, false);
    for (const Invocation &I : S.Invocations)
      if (I.Kind != Invocation::Thread)
        Add(I.Targets, true);
  }
  List.shrink_to_fit();
  return List;
}

// The shortest ways ----------------------------------------------------------

RootContext *ThreadRoots::contextOf(BodyId B, RootId R) {
  return const_cast<RootContext *>(std::as_const(*this).context(B, R));
}

/// The context of \p R in \p B is made, unless there is one, or there are too
/// many. Whether it was.
bool ThreadRoots::addContext(BodyId B, RootContext C) {
  auto &List = Contexts[B.Index];
  auto At = llvm::partition_point(
      List, [&](const RootContext &X) { return X.Root < C.Root; });
  if (At != List.end() && At->Root == C.Root)
    return false;
  if (C.From && List.size() >= MaxRootsPerFunction) {
    size_t Mains = llvm::count_if(
        List, [&](const RootContext &X) { return X.Root.Index < FirstThread; });
    bool IsMain = C.Root.Index < FirstThread;
    if ((IsMain ? Mains : List.size() - Mains) >= MaxRootsPerFunction) {
      TooManyRoots.set(B.Index);
      return false;
    }
  }
  List.insert(At, C);
  return true;
}

/// Finds the functions that \p R gets to, by the shortest way; plain ways
/// first.
void ThreadRoots::reach(RootId R) {
  struct Arrival {
    BodyId At, From;
    uint32_t Fact;
  };
  std::deque<Arrival> Work;
  std::vector<Arrival> Later;
  auto Follow = [&](bool Doubtful) {
    for (; !Work.empty(); Work.pop_front()) {
      Arrival A = Work.front();
      if (!addContext(A.At, {R, 0, {}, A.From, A.Fact, Doubtful}))
        continue;
      for (const Step &S : steps(A.At))
        if (S.Doubtful && !Doubtful)
          Later.push_back({S.To, A.At, S.Fact});
        else
          Work.push_back({S.To, A.At, S.Fact});
    }
  };
  for (BodyId B : Roots[R.Index].Entries)
    Work.push_back({B, BodyId(), 0});
  Follow(false);
  Work.assign(Later.begin(), Later.end());
  Follow(true);
}

// What holds on all ways -----------------------------------------------------

/// What holds after \p E, as \p R gets there, if \p Here holds before.
Situations::Id ThreadRoots::after(Situations::Id Here, const CallEffect &E,
                                  RootId R) {
  std::vector<LockKey> Held = E.Held, Uncertain = E.Uncertain;
  for (Path L : E.HeldOfCaller) {
    Names N = names(L, E.In, R);
    for (LockKey K : N.Keys)
      insertSorted(N.certain() ? Held : Uncertain, K);
  }
  Situation S = Ways[Here];
  S.Held = Ways.Locks.unite(S.Held, Ways.Locks.intern(std::move(Held)));
  S.Uncertain =
      Ways.Locks.unite(S.Uncertain, Ways.Locks.intern(std::move(Uncertain)));
  S.Shared = Ways.Locks.unite(S.Shared, E.Shared);
  S.Initialised = Ways.Locks.unite(S.Initialised, E.Initialised);
  if (!E.Joined.empty()) {
    std::vector<Site> Running = Ways.Spawns[S.Running].vec();
    removeJoined(Running, E.Joined, E.In);
    for (Site T : Ways.Spawns[E.Started])
      insertSorted(Running, T);
    removeWaitedFor(Running, E.Joined, E.In);
    S.Running = Ways.Spawns.intern(std::move(Running));
  } else {
    S.Running = Ways.Spawns.unite(S.Running, E.Started);
  }
  if (E.Seen != HandSets::None && S.Published != HandSets::None) {
    // A function that observes starts a round of its own: what its callers have
    // published is, as far as that is answered, no longer what they tell.
    HandSet Rest = Ways.Hands[S.Published].vec();
    Hands.answer(Rest, Ways.Hands[E.Seen].vec());
    S.Published = Ways.Hands.intern(std::move(Rest));
  }
  S.Observed = Ways.Hands.unite(S.Observed, E.Seen);
  S.Published = Ways.Hands.unite(S.Published, E.Told);
  return Ways.intern(S);
}

/// Adds a way. One that allows all that another does stands for that, too; so
/// do those that hold the same, or run beside the same. Whether there is news.
bool ThreadRoots::enterBy(RootContext &C, const RootWay &By) {
  const Situation New = Ways[By.Here];
  for (RootWay &Old : C.Ways) {
    Situations::Id Both = Ways.join(Old.Here, By.Here);
    if (Both == Old.Here)
      return false;
    const Situation Known = Ways[Old.Here];
    bool Differ = Known.Held != New.Held && Known.Running != New.Running;
    bool Full = C.Ways.size() >= MaxWays && &Old == &C.Ways.back();
    if (Both == By.Here)
      Old = By;
    else if (Differ && !Full)
      continue;
    else
      Old.Here = Both;
    return true;
  }
  C.Ways.push_back(By);
  return true;
}

/// Finds what holds where \p R gets to. Callers come before callees, so that
/// only what is in a cycle is seen more than once.
void ThreadRoots::propagate(RootId R) {
  std::priority_queue<std::pair<uint32_t, BodyId>> Work;
  auto Enter = [&](BodyId B, const RootWay &By) {
    RootContext *C = contextOf(B, R);
    if (!C || !enterBy(*C, By))
      return; // Of too many, or nothing new.
    C->Here = C->Known ? Ways.join(C->Here, By.Here) : By.Here;
    C->Known = true;
    if (!C->Queued)
      Work.push({Graph.order(B), B});
    C->Queued = true;
  };
  Situations::Id Start = Ways.intern(atStart(R));
  for (BodyId B : Roots[R.Index].Entries)
    Enter(B, {Start, BodyId(), 0, 0});
  while (!Work.empty()) {
    BodyId B = Work.top().second;
    Work.pop();
    Program.trim();
    RootContext *C = contextOf(B, R);
    C->Queued = false;
    const ShortList<RootWay> Here = C->Ways;
    for (const Step &S : steps(B))
      for (uint32_t W = 0; W < Here.size(); ++W)
        Enter(S.To, {S.Effect ? after(Here[W].Here, Effects[S.Effect], R)
                              : Here[W].Here,
                     B, S.Fact, W});
  }
}

/// A thread begins with what its starters know, so they come first.
void ThreadRoots::propagateAll() {
  support::Components Starters(Roots.size(), [&](uint32_t R) {
    support::Components::Nodes Result;
    if (Roots[R].What == Root::Thread)
      for (const RootContext &C : contexts(Roots[R].Spawn.Body))
        Result.push_back(C.Root.Index);
    return Result;
  });
  for (uint32_t C = 0; C < Starters.size(); ++C)
    for (uint32_t R : Starters.members(C))
      propagate(RootId(R));
}
