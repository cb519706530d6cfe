//===-- Threads.cpp - Thread roots and what may happen in parallel --------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/Threads.h"

#include "llvm/ADT/Hashing.h"

#include <algorithm>
#include <iterator>
#include <tuple>

using namespace fearless;
using namespace fearless::analysis;

namespace {

template <class V, class T> bool insertSorted(V &Into, const T &E) {
  auto It = std::lower_bound(Into.begin(), Into.end(), E);
  if (It != Into.end() && *It == E)
    return false;
  Into.insert(It, E);
  return true;
}

} // namespace

SiteSets::Id SiteSets::intern(std::vector<Site> Sites) {
  if (Sites.empty())
    return None;
  llvm::hash_code Hash = 0;
  for (Site S : Sites)
    Hash = llvm::hash_combine(Hash, S.Body.Index, S.Fact);
  auto [It, End] = Index.equal_range(Hash);
  for (; It != End; ++It)
    if (Sets[It->second] == Sites)
      return It->second;
  Id New = static_cast<Id>(Sets.size());
  Index.emplace(Hash, New);
  Sets.push_back(std::move(Sites));
  return New;
}

SiteSets::Id SiteSets::unite(Id A, Id B) {
  if (A == B || B == None)
    return A;
  if (A == None)
    return B;
  auto [It, New] = Unions.try_emplace(std::minmax(A, B), None);
  if (New) {
    std::vector<Site> Both;
    std::set_union(Sets[A].begin(), Sets[A].end(), Sets[B].begin(),
                   Sets[B].end(), std::back_inserter(Both));
    It->second = intern(std::move(Both));
  }
  return It->second;
}

ThreadRoots::ThreadRoots(const link::Program &Program, const CallGraph &Graph,
                         const LockKeys &Keys,
                         const std::vector<FunctionResult> &Results)
    : Program(Program), Graph(Graph), Keys(Keys), Results(Results) {
  Contexts.resize(Program.bodies().size());
  addMains();
  addThreads();
  for (uint32_t R = 0; R < Roots.size(); ++R)
    propagate(RootId(R));
  addLibrary();
  findParallelRoots();
}

void ThreadRoots::addMains() {
  for (unsigned P = 0; P < Program.programCount(); ++P)
    if (BodyId Main = Program.mainOf(P)) {
      Root R;
      R.Entries = {Main};
      R.Programs.resize(Program.programCount());
      R.Programs.set(P);
      Roots.push_back(std::move(R));
    }
}

void ThreadRoots::addThreads() {
  for (uint32_t B = 0; B < Results.size(); ++B)
    for (const SpawnPoint &P : Results[B].Spawns) {
      if (!P.Callable || P.Callable->Targets.empty())
        continue;
      Handles[{BodyId(B), P.Fact}] = P.Handle;
      Root R;
      R.What = Root::Thread;
      R.Entries.assign(P.Callable->Targets.begin(), P.Callable->Targets.end());
      R.Spawn = {BodyId(B), P.Fact};
      R.Point = &P;
      R.Programs = Program.programs(Program.body(BodyId(B)).Unit);
      Roots.push_back(std::move(R));
    }
}

/// Functions that no root reaches and nobody calls are the library's entries;
/// so are members of a cycle that nothing leads to.
void ThreadRoots::addLibrary() {
  Root R;
  R.What = Root::Library;
  R.Many = true;
  R.Programs.resize(Program.programCount(), true);
  RootId Id(Roots.size());
  for (uint32_t B = 0; B < Contexts.size(); ++B)
    if (Contexts[B].empty() && Graph.callers(BodyId(B)).empty())
      R.Entries.push_back(BodyId(B));
  Roots.push_back(R);
  propagate(Id);
  std::vector<BodyId> Rest;
  for (uint32_t B = 0; B < Contexts.size(); ++B)
    if (Contexts[B].empty())
      Rest.push_back(BodyId(B));
  if (Rest.empty())
    return;
  Roots[Id.Index].Entries = std::move(Rest);
  propagate(Id);
}

bool ThreadRoots::enter(BodyId B, RootContext C, std::vector<BodyId> &Work) {
  auto &List = Contexts[B.Index];
  auto It = std::lower_bound(
      List.begin(), List.end(), C.Root,
      [](const RootContext &X, RootId R) { return X.Root < R; });
  if (It == List.end() || It->Root != C.Root) {
    List.insert(It, std::move(C));
    Work.push_back(B);
    return true;
  }
  auto Size = [&] {
    return std::tuple(It->Held.size(), It->Running,
                      It->Uncertain.size(), It->Doubtful);
  };
  auto Before = Size();
  llvm::erase_if(It->Held,
                 [&](LockKey K) { return !llvm::is_contained(C.Held, K); });
  It->Running = Sets.unite(It->Running, C.Running);
  for (LockKey K : C.Uncertain)
    insertSorted(It->Uncertain, K);
  if (It->Doubtful && !C.Doubtful) {
    It->Doubtful = false; // A plain way there, and the one to tell.
    It->From = C.From;
    It->FromFact = C.FromFact;
  }
  if (Before == Size())
    return false;
  Work.push_back(B);
  return true;
}

void ThreadRoots::propagate(RootId R) {
  std::vector<BodyId> Work;
  for (BodyId B : Roots[R.Index].Entries) {
    RootContext C;
    C.Root = R;
    enter(B, std::move(C), Work);
  }
  while (!Work.empty()) {
    BodyId B = Work.back();
    Work.pop_back();
    Program.trim();
    RootContext Here = *context(B, R);
    for (const CallSite &S : Graph.sites(B)) {
      RootContext Next = Here;
      Next.From = B;
      Next.FromFact = S.Fact;
      if (const PointState *P = Results[B.Index].point(S.Fact)) {
        for (Path L : P->Held)
          if (LockKey K = Keys.key(L, B))
            insertSorted(Next.Held, K);
        for (Path L : P->Uncertain)
          if (LockKey K = Keys.key(L, B))
            insertSorted(Next.Uncertain, K);
        if (!P->Joined.empty() || !P->Threads.empty()) {
          std::vector<Site> Running = Sets[Here.Running];
          removeJoined(Running, P->Joined);
          for (const struct Running &T : P->Threads)
            insertSorted(Running, T.Spawn);
          Next.Running = Sets.intern(std::move(Running));
        }
      }
      Next.Doubtful |= S.choices() > MaxCertainChoices;
      // What a crash report does is no part of the program's normal life.
      for (BodyId T : S.Targets.Bodies)
        if (!Graph.has(T, CallGraph::EndsProgram))
          enter(T, Next, Work);
      for (auto [Fact, Flag] : Results[B.Index].OnceFlags)
        if (LockKey K = Fact == S.Fact ? Keys.key(Flag, B) : LockKey())
          insertSorted(Next.Held, K);
      for (const Invocation &I : S.Invocations)
        if (I.Kind != Invocation::Thread)
          for (BodyId T : I.Targets)
            enter(T, Next, Work);
    }
  }
}

const RootContext *ThreadRoots::context(BodyId B, RootId R) const {
  const auto &List = Contexts[B.Index];
  auto It = std::lower_bound(
      List.begin(), List.end(), R,
      [](const RootContext &X, RootId Y) { return X.Root < Y; });
  return It != List.end() && It->Root == R ? &*It : nullptr;
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
    for (const Running &T : R.Point->Before)
      insertSorted(Before[I], T.Spawn);
    for (const RootContext &C : contexts(R.Spawn.Body)) {
      for (Site S : Sets[C.Running])
        insertSorted(Before[I], S);
      if (C.Root.Index != I)
        Ancestors[I].set(C.Root.Index);
    }
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
    R.Many = llvm::is_contained(Before[I], R.Spawn) || R.Entries.size() == 0;
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

std::vector<Point> ThreadRoots::points(BodyId B, llvm::ArrayRef<Path> Held,
                                       llvm::ArrayRef<Running> Threads,
                                       llvm::ArrayRef<Path> Joined) const {
  std::vector<Point> Result;
  for (const RootContext &C : contexts(B)) {
    Point P;
    P.Root = C.Root;
    P.Held.assign(C.Held.begin(), C.Held.end());
    P.Running = Sets[C.Running];
    P.Uncertain.assign(C.Uncertain.begin(), C.Uncertain.end());
    P.Doubtful = C.Doubtful;
    removeJoined(P.Running, Joined);
    for (Path L : Held)
      if (LockKey K = Keys.key(L, B))
        insertSorted(P.Held, K);
    for (const Running &T : Threads)
      insertSorted(P.Running, T.Spawn);
    Result.push_back(std::move(P));
  }
  return Result;
}

/// Threads that were started before this function and that it has joined.
void ThreadRoots::removeJoined(std::vector<Site> &Running,
                               llvm::ArrayRef<Path> Joined) const {
  if (Joined.empty())
    return;
  std::erase_if(Running, [&](Site S) {
    auto It = Handles.find(S);
    return It != Handles.end() && llvm::is_contained(Joined, It->second);
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

bool ThreadRoots::parallel(const Point &A, const Point &B) const {
  const Root &X = root(A.Root), &Y = root(B.Root);
  if (!X.Programs.anyCommon(Y.Programs))
    return false;
  if (X.What == Root::Library || Y.What == Root::Library)
    return true;
  if (A.Root == B.Root)
    return X.Many;
  if (mayRun(A.Running, B.Root) || mayRun(B.Running, A.Root))
    return true;
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

std::vector<Site> ThreadRoots::callChain(BodyId B, RootId R) const {
  std::vector<Site> Chain;
  for (const RootContext *C = context(B, R); C && C->From && Chain.size() < 32;
       C = context(C->From, R))
    Chain.push_back({C->From, C->FromFact});
  std::reverse(Chain.begin(), Chain.end());
  return Chain;
}
