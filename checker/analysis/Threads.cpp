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
    return std::tuple(It->Held.size(), It->Running, It->Uncertain.size(),
                      It->Observed.count(), It->Published.count(),
                      It->Doubtful);
  };
  auto Before = Size();
  llvm::erase_if(It->Held,
                 [&](LockKey K) { return !llvm::is_contained(C.Held, K); });
  It->Running = Sets.unite(It->Running, C.Running);
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

/// What a way there has observed and published goes on in a function, unless
/// that starts a round of its own by observing.
void ThreadRoots::addRound(HandSet &Observed, HandSet &Published,
                           const HandSet &Seen, const HandSet &Told) const {
  Hands.answer(Published, Seen);
  Observed |= Seen;
  Published |= Told;
}

/// A thread knows what was observed before it was started.
void ThreadRoots::startThread(RootContext &C) const {
  C.Observed.resize(Hands.size());
  C.Published.resize(Hands.size());
  const Root &R = Roots[C.Root.Index];
  if (R.What != Root::Thread)
    return;
  HandSet Here(Hands.size());
  if (const PointState *P = Results[R.Spawn.Body.Index].point(R.Spawn.Fact))
    Here = Hands.keys(P->Observed, R.Spawn.Body);
  bool First = true;
  for (const RootContext &Starter : contexts(R.Spawn.Body)) {
    HandSet All = Starter.Observed;
    All |= Here;
    if (First)
      C.Observed = All;
    else
      C.Observed &= All;
    First = false;
  }
}

/// Who publishes what, and what he has observed before: that is handed on.
void ThreadRoots::findPublishers() {
  Publishers.resize(Hands.size());
  KnownBy.resize(Hands.size());
  for (uint32_t B = 0; B < Contexts.size(); ++B)
    for (const HandOvers::Publication &P : Hands.publications(BodyId(B)))
      for (const RootContext &C : Contexts[B]) {
        HandSet Before = P.Observed;
        Before |= C.Observed;
        if (Publishers[P.What].empty())
          KnownBy[P.What] = Before;
        else
          KnownBy[P.What] &= Before;
        Publishers[P.What].resize(Roots.size());
        Publishers[P.What].set(C.Root.Index);
      }
  for (uint32_t R = 0; R < Roots.size(); ++R)
    if (const SpawnPoint *P = Roots[R].Point)
      for (uint32_t N : Hands.keys(P->AtEnd, Roots[R].Spawn.Body).set_bits()) {
        Publishers[N].resize(Roots.size());
        Publishers[N].set(R);
        KnownBy[N].clear();
        KnownBy[N].resize(Hands.size());
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
                                  llvm::ArrayRef<Path> Joined,
                                  BodyId B) const {
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
  std::vector<uint32_t> Work(Observed.set_bits_begin(),
                             Observed.set_bits_end());
  while (!Work.empty()) {
    uint32_t N = Work.back();
    Work.pop_back();
    if (Publishers[N].empty())
      continue;
    for (uint32_t M : KnownBy[N].set_bits())
      if (!Observed.test(M)) {
        Observed.set(M);
        Work.push_back(M);
      }
  }
  return Observed;
}

bool ThreadRoots::precedes(const Point &A, const Point &B) const {
  for (uint32_t Seen : B.Observed.set_bits()) {
    const HandSet &Told = Hands.seenBy(Seen);
    if (Told.empty() || A.Published.anyCommon(Told))
      continue;
    for (uint32_t N : Told.set_bits())
      if (!Publishers[N].empty() && Publishers[N].test(A.Root.Index))
        return true;
  }
  return false;
}

bool ThreadRoots::handedOver(const Point &A, const Point &B) const {
  return precedes(A, B) || precedes(B, A);
}

void ThreadRoots::addHandOvers(Point &P, BodyId B,
                               llvm::ArrayRef<HandOver> Observed,
                               llvm::ArrayRef<HandOver> Published) const {
  addRound(P.Observed, P.Published, Hands.keys(Observed, B),
           Hands.keys(Published, B));
  P.Observed = gained(std::move(P.Observed));
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
    if (llvm::any_of(List, [&](PlacedPath P) {
          return mayBeHandle(P, Handle, B);
        }))
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
             return llvm::any_of(Joined, [&](Path J) {
               return mayBeHandle(Known, J, B);
             });
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

std::vector<Site> ThreadRoots::callChain(BodyId B, RootId R) const {
  std::vector<Site> Chain;
  for (const RootContext *C = context(B, R); C && C->From && Chain.size() < 32;
       C = context(C->From, R))
    Chain.push_back({C->From, C->FromFact});
  std::reverse(Chain.begin(), Chain.end());
  return Chain;
}
