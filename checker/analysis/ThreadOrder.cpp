//===-- ThreadOrder.cpp - Which threads and points are ordered ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of ThreadRoots: what starts, joins and hand-overs put before what.
//
//===----------------------------------------------------------------------===//

#include "analysis/BodyView.h"
#include "analysis/FlowOrder.h"
#include "analysis/StaticInitialisers.h"
#include "analysis/Threads.h"
#include "support/Sorted.h"

using namespace fearless;
using namespace fearless::analysis;
using support::anyCommon;
using support::insertSorted;

/// A thread knows what was observed before it was started, and runs beside what
/// was running then.
Situation ThreadRoots::atStart(RootId Id) {
  Situation Start;
  const Root &R = Roots[Id.Index];
  if (R.AtExit)
    Start.Running = Ways.Spawns.intern(leftByMain(R));
  if (R.What != Root::Thread)
    return Start;
  HandSets::Id Here = HandSets::None;
  LockSets::Id Initialised = LockSets::None;
  llvm::ArrayRef<Path> Joined;
  if (const PointState *P = Results[R.Spawn.Body.Index].point(R.Spawn.Fact)) {
    Joined = P->Joined;
    Here = Ways.Hands.intern(Hands.keys(P->Observed, R.Spawn.Body));
    Initialised = Ways.Locks.intern(keysOf(P->Initialised, R.Spawn.Body));
  }
  Start.Observed = Here;
  Start.Initialised = Initialised;
  std::vector<Site> Running;
  for (const analysis::Running &T : R.Point->Before)
    insertSorted(Running, T.Spawn);
  bool First = true;
  for (const RootContext &Starter : contexts(R.Spawn.Body)) {
    if (!Starter.Known)
      continue; // Threads that start each other: not known yet.
    const Situation S = Ways[Starter.Here];
    std::vector<Site> Still = Ways.Spawns[S.Running].vec();
    removeJoined(Still, Joined, R.Spawn.Body);
    removeWaitedFor(Still, Joined, R.Spawn.Body);
    for (Site T : Still)
      insertSorted(Running, T);
    HandSets::Id All = Ways.Hands.unite(S.Observed, Here);
    Start.Observed = First ? All : Ways.Hands.intersect(Start.Observed, All);
    LockSets::Id Known = Ways.Locks.unite(S.Initialised, Initialised);
    Start.Initialised =
        First ? Known : Ways.Locks.intersect(Start.Initialised, Known);
    First = false;
  }
  Start.Running = Ways.Spawns.intern(std::move(Running));
  return Start;
}

/// The threads that may be running when the program of \p R ends.
std::vector<Site> ThreadRoots::leftByMain(const Root &R) const {
  std::vector<Site> Result;
  for (unsigned P : R.Programs.set_bits())
    for (const Running &T : Summaries[Program.mainOf(P).Index].Started)
      insertSorted(Result, T.Spawn);
  return Result;
}

/// Who publishes what, and what he has observed before: that is handed on.
void ThreadRoots::findPublishers() {
  Publishers.resize(Hands.size());
  KnownBy.resize(Hands.size());
  for (uint32_t B = 0; B < Contexts.size(); ++B)
    for (const HandOvers::Publication &P : Hands.publications(BodyId(B))) {
      HandSets::Id Here = Ways.Hands.intern(P.Observed);
      for (const RootContext &C : Contexts[B]) {
        HandSets::Id Before = Ways.Hands.unite(Here, Ways[C.Here].Observed);
        HandSets::Id &Known = KnownBy[P.What];
        Known = Publishers[P.What].empty()
                    ? Before
                    : Ways.Hands.intersect(Known, Before);
        Publishers[P.What].resize(Roots.size());
        Publishers[P.What].set(C.Root.Index);
      }
    }
  for (uint32_t R = 0; R < Roots.size(); ++R)
    if (const SpawnPoint *P = Roots[R].Point)
      for (uint32_t N : Hands.keys(P->AtEnd, Roots[R].Spawn.Body)) {
        Publishers[N].resize(Roots.size());
        Publishers[N].set(R);
        KnownBy[N] = HandSets::None;
      }
}

void ThreadRoots::findThreadsJoinedByThreads() {
  for (const Root &R : Roots) {
    if (R.What != Root::Thread || R.Entries.size() != 1)
      continue;
    std::vector<Site> Joined;
    for (Path P : Results[R.Entries[0].Index].JoinedAtEnd)
      for (Site S : threadsOf(P, R.Entries[0]))
        insertSorted(Joined, S);
    if (!Joined.empty())
      JoinedBy[R.Spawn] = std::move(Joined);
  }
}

/// A joined thread has ended, and with it those that it has joined.
void ThreadRoots::removeWaitedFor(std::vector<Site> &Running,
                                  llvm::ArrayRef<Path> Joined, BodyId B) const {
  if (JoinedBy.empty() || Joined.empty())
    return;
  std::vector<Site> Work, Ended;
  for (Path P : Joined)
    for (Site S : threadsOf(P, B))
      insertSorted(Work, S);
  while (!Work.empty()) {
    Site S = Work.back();
    Work.pop_back();
    if (auto It = JoinedBy.find(S); It != JoinedBy.end())
      for (Site T : It->second)
        if (insertSorted(Ended, T))
          Work.push_back(T);
  }
  std::erase_if(Running, [&](Site S) { return llvm::is_contained(Ended, S); });
}

/// With all that must have been observed for that to be published.
HandSet ThreadRoots::gained(HandSet Observed) const {
  HandSet Work = Observed;
  while (!Work.empty()) {
    uint32_t N = Work.back();
    Work.pop_back();
    if (Publishers[N].empty())
      continue;
    for (uint32_t M : Ways.Hands[KnownBy[N]])
      if (insertSorted(Observed, M))
        Work.push_back(M);
  }
  return Observed;
}

bool ThreadRoots::precedes(const Point &A, const Point &B) const {
  for (uint32_t Seen : B.Observed) {
    if (Hands.isPermit(Seen))
      continue;
    const HandSet &Told = Hands.seenBy(Seen);
    if (Told.empty() || anyCommon(A.Published, Told))
      continue;
    for (uint32_t N : Told)
      if (!Publishers[N].empty() && Publishers[N].test(A.Root.Index))
        return true;
  }
  return false;
}

bool ThreadRoots::handedOver(const Point &A, const Point &B) const {
  // Of many threads that do the same, what one observes another than the
  // partner may have published.
  if (A.Root == B.Root)
    return false;
  return precedes(A, B) || precedes(B, A);
}

void ThreadRoots::addHandOvers(Point &P, BodyId B,
                               llvm::ArrayRef<HandOver> Observed,
                               llvm::ArrayRef<HandOver> Published) const {
  HandSet Seen = Hands.keys(Observed, B);
  Hands.answer(P.Published, Seen);
  for (uint32_t N : Hands.keys(Published, B))
    insertSorted(P.Published, N);
  for (uint32_t N : Seen)
    insertSorted(P.Observed, N);
  P.Observed = gained(std::move(P.Observed));
}

/// For each thread: what may be running when it starts, who may have started
/// it, and whether several of it may run.
void ThreadRoots::findParallelRoots() {
  Before.resize(Roots.size());
  Ancestors.resize(Roots.size());
  for (uint32_t I = 0; I < Roots.size(); ++I) {
    Root &R = Roots[I];
    Ancestors[I].resize(Roots.size());
    if (R.What != Root::Thread)
      continue;
    Before[I] = Ways.Spawns[atStart(RootId(I)).Running].vec();
    for (const RootContext &C : contexts(R.Spawn.Body))
      if (C.Root.Index != I)
        Ancestors[I].set(C.Root.Index);
  }
  for (bool Changed = true; Changed;) {
    Changed = false;
    for (llvm::BitVector &A : Ancestors) {
      llvm::BitVector Old = A;
      for (unsigned P : Old.set_bits())
        A |= Ancestors[P];
      Changed |= A != Old;
    }
  }
  for (uint32_t I = 0; I < Roots.size(); ++I) {
    Root &R = Roots[I];
    if (R.What != Root::Thread)
      continue;
    if (R.Handler || startedOnce(R))
      continue;
    R.Many = llvm::is_contained(Before[I], R.Spawn) || R.Entries.size() == 0 ||
             (R.Point && R.Point->startsSeveral());
    // Started by a thread of which there are many, or by several threads.
    unsigned Starters = 0;
    for (const RootContext &C : contexts(R.Spawn.Body)) {
      const Root &Starter = Roots[C.Root.Index];
      Starters += Starter.What != Root::Main;
      R.Many |= Starter.What == Root::Thread && Starter.Many;
    }
    R.Many |= Starters > 1;
  }
}

void ThreadRoots::findHandles() {
  for (uint32_t B = 0; B < Results.size(); ++B)
    for (const Running &R : Results[B].Handles) {
      PlacedPath P = Keys.normalise(R.Handle, BodyId(B));
      auto &List = Handles[R.Spawn];
      if (Paths.known(P.P) && !llvm::is_contained(List, P))
        List.push_back(P);
    }
}

/// Two paths of different functions: may they be one handle?
bool ThreadRoots::mayBeHandle(PlacedPath Known, Path Handle, BodyId B) const {
  PlacedPath P = Keys.normalise(Handle, B);
  if (P == Known)
    return true;
  LockKey K = Keys.key(Known.P, Known.In);
  if (!K || K != Keys.key(P.P, P.In))
    return false;
  // Fields of two globals are two handles.
  auto Fixed = [&](Path Q) {
    if (!Paths.known(Q) || !Paths.isRoot(Q, PathKind::Global))
      return false;
    for (; Q; Q = Paths[Q].Parent)
      if (Paths[Q].Kind == PathKind::Deref)
        return false;
    return true;
  };
  return !Fixed(P.P) || !Fixed(Known.P) ||
         Paths[P.P].Root == Paths[Known.P].Root;
}

std::vector<Site> ThreadRoots::threadsOf(Path Handle, BodyId B) const {
  std::vector<Site> Result;
  for (const auto &[Spawn, List] : Handles)
    if (llvm::any_of(List,
                     [&](PlacedPath P) { return mayBeHandle(P, Handle, B); }))
      Result.push_back(Spawn);
  return Result;
}

/// Threads that were started before this function and that it has joined.
void ThreadRoots::removeJoined(std::vector<Site> &Running,
                               llvm::ArrayRef<Path> Joined, BodyId B) const {
  if (Joined.empty())
    return;
  std::erase_if(Running, [&](Site S) {
    auto It = Handles.find(S);
    return It != Handles.end() &&
           llvm::any_of(It->second, [&](PlacedPath Known) {
             return llvm::any_of(
                 Joined, [&](Path J) { return mayBeHandle(Known, J, B); });
           });
  });
}

/// Is thread \p R, or one that (indirectly) starts it, among \p Running?
bool ThreadRoots::mayRun(llvm::ArrayRef<Site> Running, RootId R) const {
  auto Has = [&](RootId X) {
    return Roots[X.Index].What == Root::Thread &&
           llvm::is_contained(Running, Roots[X.Index].Spawn);
  };
  if (Has(R))
    return true;
  for (unsigned A : Ancestors[R.Index].set_bits())
    if (Has(RootId(A)))
      return true;
  return false;
}

/// Has the thread that \p R is, and of which there is one, been joined?
bool ThreadRoots::hasEnded(const Point &P, RootId R) const {
  const Root &Thread = root(R);
  return Thread.What == Root::Thread && !Thread.Many &&
         llvm::is_contained(P.Ended, Thread.Spawn);
}

/// Did a thread that was joined at \p P start \p R, and not wait for it?
bool ThreadRoots::leftBehind(const Point &P, RootId R) const {
  if (P.Ended.empty() || hasEnded(P, R))
    return false;
  Site Started = root(R).Spawn;
  for (unsigned A : Ancestors[R.Index].set_bits()) {
    const Root &By = Roots[A];
    if (By.What != Root::Thread || By.Entries.size() != 1 ||
        !llvm::is_contained(P.Ended, By.Spawn))
      continue;
    auto Joined = JoinedBy.find(By.Spawn);
    if (Joined != JoinedBy.end() && llvm::is_contained(Joined->second, Started))
      continue;
    if (llvm::any_of(Summaries[By.Entries[0].Index].Started,
                     [&](const Running &T) { return T.Spawn == Started; }))
      return true;
  }
  return false;
}

bool ThreadRoots::parallel(const Point &A, const Point &B) const {
  const Root &X = root(A.Root), &Y = root(B.Root);
  if (!X.Programs.anyCommon(Y.Programs))
    return false;
  if (X.Destroys || Y.Destroys)
    return X.What == Root::Thread || Y.What == Root::Thread;
  if (X.What == Root::Library || Y.What == Root::Library)
    return true;
  if (A.Root == B.Root)
    return X.Many;
  if (X.Handler && Y.Handler) // One at a time, as programs go.
    return false;
  if (mayRun(A.Running, B.Root) || mayRun(B.Running, A.Root) ||
      leftBehind(A, B.Root) || leftBehind(B, A.Root))
    return true;
  if (hasEnded(A, B.Root) || hasEnded(B, A.Root))
    return false;
  // Neither is the other's ancestor at this point: siblings, one of which was
  // there when the other was started.
  if (X.What != Root::Thread || Y.What != Root::Thread)
    return false;
  if (Ancestors[A.Root.Index].test(B.Root.Index) ||
      Ancestors[B.Root.Index].test(A.Root.Index))
    return X.Many || Y.Many;
  return mayRun(Before[A.Root.Index], B.Root) ||
         mayRun(Before[B.Root.Index], A.Root);
}
