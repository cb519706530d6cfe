//===-- Threads.cpp - Thread roots and what may happen in parallel --------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/Threads.h"
#include "analysis/StaticInitialisers.h"

#include "analysis/BodyView.h"
#include "analysis/FlowOrder.h"
#include "support/Sorted.h"

#include "llvm/ADT/Hashing.h"

#include <algorithm>
#include <iterator>
#include <tuple>

using namespace fearless;
using namespace fearless::analysis;
using support::insertSorted;

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

ThreadRoots::ThreadRoots(const link::Program &Program, PathTable &Paths,
                         const CallGraph &Graph,
                         const std::vector<Summary> &Summaries,
                         const LockKeys &Keys, const HandOvers &Hands,
                         const std::vector<FunctionResult> &Results)
    : Program(Program), Paths(Paths), Graph(Graph), Summaries(Summaries),
      Keys(Keys), Hands(Hands), Results(Results) {
  Contexts.resize(Program.bodies().size());
  findDoomed();
  addMains();
  addThreads();
  findHandles();
  findThreadsJoinedByThreads();
  for (uint32_t R = 0; R < Roots.size(); ++R)
    propagate(RootId(R));
  addLibrary();
  nameParameterLocks();
  findPublishers();
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

/// Locks that are parameters have names only on the ways of a root, so those
/// must be known first. Then all is told again.
void ThreadRoots::nameParameterLocks() {
  bool Any = false;
  for (uint32_t B = 0; B < Results.size() && !Any; ++B) {
    Program.trim();
    for (const PointState &P : Results[B].Points)
      Any |= llvm::any_of(P.Held, [&](Path L) {
        return Paths.isRoot(L, PathKind::Parameter) && !Keys.key(L, BodyId(B));
      });
  }
  WaysKnown = true;
  if (!Any)
    return;
  for (auto &List : Contexts)
    for (RootContext &C : List)
      C.Stale = true;
  for (uint32_t R = 0; R < Roots.size(); ++R)
    propagate(RootId(R));
}

/// Callers that are asked what they pass, and how far up.
static constexpr size_t MaxNamingCallers = 16;
static constexpr unsigned MaxNamingDepth = 4;

ThreadRoots::Names ThreadRoots::names(Path L, BodyId B, RootId R,
                                      unsigned Depth) const {
  Names N;
  if (LockKey K = Keys.key(L, B)) {
    N.Keys.push_back(K);
    return N;
  }
  N.All = false;
  if (!WaysKnown || Depth > MaxNamingDepth ||
      !Paths.isRoot(L, PathKind::Parameter))
    return N;
  N.All = true;
  auto Add = [&](llvm::ArrayRef<Value> Arguments, BodyId From) {
    Path There = substitute(Paths, L, {Arguments, Path()});
    Names More;
    More.All = false;
    if (Paths.known(There))
      More = names(There, From, R, Depth + 1);
    for (LockKey K : More.Keys)
      insertSorted(N.Keys, K);
    N.All &= More.All;
  };
  const Root &Of = Roots[R.Index];
  if (Of.What == Root::Thread)
    for (size_t I = 0; I < Of.Point->Callable->Targets.size(); ++I)
      if (Of.Point->Callable->Targets[I] == B)
        Add(Of.Point->Arguments[I], Of.Spawn.Body);
  auto Callers = Graph.callers(B);
  if (Callers.size() > MaxNamingCallers) {
    N.All = false;
    return N;
  }
  for (const CallGraph::Caller &C : Callers) {
    if (!context(C.Body, R))
      continue;
    BodyView View(Program, Paths, Graph, Summaries, C.Body);
    auto Arguments = View.arguments(View.fact(C.Fact));
    Add(Arguments, C.Body);
  }
  return N;
}

/// \p L, of \p B, is held: for sure if it can be but one lock.
template <class Place>
void ThreadRoots::hold(Place &At, Path L, BodyId B) const {
  Names N = names(L, B, At.Root);
  if (N.All && N.Keys.size() == 1)
    insertSorted(At.Held, N.Keys[0]);
  else
    for (LockKey K : N.Keys)
      insertSorted(At.Uncertain, K);
}

bool ThreadRoots::enter(BodyId B, RootContext C, std::deque<BodyId> &Work) {
  auto &List = Contexts[B.Index];
  auto It = std::lower_bound(
      List.begin(), List.end(), C.Root,
      [](const RootContext &X, RootId R) { return X.Root < R; });
  if (It == List.end() || It->Root != C.Root) {
    List.insert(It, std::move(C));
    Work.push_back(B);
    return true;
  }
  if (It->Stale) {
    BodyId From = It->From; // The way stays what it was.
    uint32_t Fact = It->FromFact;
    bool Doubtful = It->Doubtful;
    *It = std::move(C);
    It->From = From;
    It->FromFact = Fact;
    It->Doubtful = Doubtful;
    Work.push_back(B);
    return true;
  }
  auto Size = [&] {
    return std::tuple(It->Held.size(), It->Initialised.size(),
                      It->Shared.size(), It->Running, It->Uncertain.size(),
                      It->Observed.count(), It->Published.count(),
                      It->Doubtful);
  };
  auto Before = Size();
  llvm::erase_if(It->Held,
                 [&](LockKey K) { return !llvm::is_contained(C.Held, K); });
  It->Running = Sets.unite(It->Running, C.Running);
  llvm::erase_if(It->Initialised, [&](LockKey K) {
    return !llvm::is_contained(C.Initialised, K);
  });
  for (LockKey K : C.Shared)
    insertSorted(It->Shared, K);
  for (LockKey K : C.Uncertain)
    insertSorted(It->Uncertain, K);
  It->Observed &= C.Observed;
  It->Published |= C.Published;
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

void ThreadRoots::findDoomed() {
  for (uint32_t B = 0; B < Program.bodies().size(); ++B)
    if (Graph.has(BodyId(B), CallGraph::EndsProgram)) {
      Program.trim();
      Doomed[BodyId(B)] = doomedFacts(Program.facts(BodyId(B)));
    }
}

bool ThreadRoots::doomed(Site S) const {
  auto It = Doomed.find(S.Body);
  return It != Doomed.end() && It->second[S.Fact];
}

/// A function that ends the program: a crash report. What it does on the way
/// is no part of the program's normal life.
bool ThreadRoots::dies(BodyId B) const {
  auto It = Doomed.find(B);
  return It != Doomed.end() && It->second[0];
}

void ThreadRoots::propagate(RootId R) {
  std::deque<BodyId> Work; // Breadth first: the shortest way is told.
  for (BodyId B : Roots[R.Index].Entries) {
    RootContext C;
    C.Root = R;
    startThread(C);
    enter(B, std::move(C), Work);
  }
  while (!Work.empty()) {
    BodyId B = Work.front();
    Work.pop_front();
    Program.trim();
    RootContext Here = *context(B, R);
    std::vector<InitialiserFact> Initialisers;
    if (Graph.has(B, CallGraph::InitialisesStatic))
      Initialisers = staticInitialisers(Program, B);
    for (const CallSite &S : Graph.sites(B)) {
      if (doomed({B, S.Fact}))
        continue;
      RootContext Next = Here;
      Next.From = B;
      Next.FromFact = S.Fact;
      if (const PointState *P = Results[B.Index].point(S.Fact)) {
        for (Path L : P->Held)
          hold(Next, L, B);
        for (Path V : P->Initialised)
          if (LockKey K = Keys.key(V, B))
            insertSorted(Next.Initialised, K);
        for (Path L : P->Shared)
          if (LockKey K = Keys.key(L, B))
            insertSorted(Next.Shared, K);
        for (Path L : P->Uncertain)
          if (LockKey K = Keys.key(L, B))
            insertSorted(Next.Uncertain, K);
        if (!P->Joined.empty() || !P->Threads.empty()) {
          std::vector<Site> Running = Sets[Here.Running];
          removeJoined(Running, P->Joined, B);
          for (const struct Running &T : P->Threads)
            insertSorted(Running, T.Spawn);
          removeWaitedFor(Running, P->Joined, B);
          Next.Running = Sets.intern(std::move(Running));
        }
        addRound(Next.Observed, Next.Published, Hands.keys(P->Observed, B),
                 Hands.keys(P->Published, B));
      }
      Next.Doubtful |= S.choices() > MaxCertainChoices;
      if (link::VariableSym V = initialisedBy(Initialisers, S.Fact))
        insertSorted(Next.Held, LockKey{LockKey::Variable, V.Index});
      for (BodyId T : S.Targets.Bodies)
        if (!dies(T))
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

std::vector<Point> ThreadRoots::points(BodyId B, llvm::ArrayRef<Path> Held,
                                       llvm::ArrayRef<Running> Threads,
                                       llvm::ArrayRef<Path> Joined) const {
  std::vector<Point> Result;
  for (const RootContext &C : contexts(B)) {
    Point P;
    P.Root = C.Root;
    P.Held.assign(C.Held.begin(), C.Held.end());
    P.Initialised.assign(C.Initialised.begin(), C.Initialised.end());
    P.Shared.assign(C.Shared.begin(), C.Shared.end());
    P.Running = Sets[C.Running];
    P.Uncertain.assign(C.Uncertain.begin(), C.Uncertain.end());
    P.Observed = C.Observed;
    P.Published = C.Published;
    P.Doubtful = C.Doubtful;
    removeJoined(P.Running, Joined, B);
    for (Path L : Held)
      hold(P, L, B);
    for (const Running &T : Threads)
      insertSorted(P.Running, T.Spawn);
    removeWaitedFor(P.Running, Joined, B);
    for (Path H : Joined)
      for (Site S : threadsOf(H, B))
        insertSorted(P.Ended, S);
    Result.push_back(std::move(P));
  }
  return Result;
}

std::vector<Site> ThreadRoots::callChain(BodyId B, RootId R) const {
  std::vector<Site> Chain;
  for (const RootContext *C = context(B, R); C && C->From && Chain.size() < 32;
       C = context(C->From, R))
    Chain.push_back({C->From, C->FromFact});
  std::reverse(Chain.begin(), Chain.end());
  return Chain;
}
