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

#include <algorithm>
#include <deque>

using namespace fearless;
using namespace fearless::analysis;
using support::insertSorted;

/// Of one kind, main or thread, in one function. What more of them do there is
/// not followed: it is counted. So the contexts grow with the functions, however
/// many threads a program has.
static constexpr size_t MaxRootsPerFunction = 64;

ThreadRoots::ThreadRoots(const link::Program &Program, PathTable &Paths,
                         const CallGraph &Graph,
                         const std::vector<Summary> &Summaries,
                         const LockKeys &Keys, const HandOvers &Hands,
                         const std::vector<FunctionResult> &Results)
    : Program(Program), Paths(Paths), Graph(Graph), Summaries(Summaries),
      Keys(Keys), Hands(Hands), Results(Results) {
  Contexts.resize(Program.bodies().size());
  TooManyRoots.resize(Program.bodies().size());
  findDoomed();
  addMains();
  FirstThread = Roots.size();
  addThreads();
  findHandles();
  findThreadsJoinedByThreads();
  for (uint32_t R = 0; R < Roots.size(); ++R) {
    reach(RootId(R));
    propagate(RootId(R));
  }
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
  reach(Id);
  std::vector<BodyId> Rest;
  for (uint32_t B = 0; B < Contexts.size(); ++B)
    if (Contexts[B].empty())
      Rest.push_back(BodyId(B));
  for (BodyId B : Rest)
    Roots[Id.Index].Entries.push_back(B);
  reach(Id);
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
      C.Known = false;
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
void ThreadRoots::hold(Point &At, Path L, BodyId B) const {
  Names N = names(L, B, At.Root);
  for (LockKey K : N.Keys)
    if (N.certain())
      insertSorted(At.Held, K);
    else
      insertSorted(At.Uncertain, K);
}

/// Where \p R is in \p List, which is sorted by root, or would be.
template <class List> static auto placeOf(List &Contexts, RootId R) {
  return std::lower_bound(
      Contexts.begin(), Contexts.end(), R,
      [](const RootContext &C, RootId Of) { return C.Root < Of; });
}

/// May no other of the kind of \p R get to where \p List gets?
bool ThreadRoots::isFull(llvm::ArrayRef<RootContext> List, RootId R) const {
  if (List.size() < MaxRootsPerFunction)
    return false;
  size_t Mains = llvm::partition_point(List, [&](const RootContext &C) {
                   return C.Root.Index < FirstThread;
                 }) - List.begin();
  return (R.Index < FirstThread ? Mains : List.size() - Mains) >=
         MaxRootsPerFunction;
}

/// Whom \p S, in \p B, leads to; not by starting a thread. With whether it is
/// handed to the callee to be called.
llvm::SmallVector<std::pair<BodyId, bool>, 4>
ThreadRoots::callees(BodyId B, const CallSite &S) const {
  llvm::SmallVector<std::pair<BodyId, bool>, 4> Result;
  if (doomed({B, S.Fact}))
    return Result;
  for (BodyId T : S.Targets.Bodies)
    if (!dies(T))
      Result.push_back({T, false});
  for (const Invocation &I : S.Invocations)
    if (I.Kind != Invocation::Thread)
      for (BodyId T : I.Targets)
        Result.push_back({T, true});
  return Result;
}

/// Finds the functions that \p R gets to, by the shortest way; by plain ways
/// first.
void ThreadRoots::reach(RootId R) {
  struct Step {
    BodyId To, From;
    uint32_t Fact;
  };
  std::deque<Step> Work;
  std::vector<Step> Doubtful;
  auto Follow = [&](bool IsDoubtful) {
    while (!Work.empty()) {
      Step S = Work.front();
      Work.pop_front();
      auto &List = Contexts[S.To.Index];
      auto It = placeOf(List, R);
      if (It != List.end() && It->Root == R)
        continue;
      if (S.From && isFull(List, R)) {
        TooManyRoots.set(S.To.Index);
        continue;
      }
      List.insert(It, {R, 0, S.From, S.Fact, IsDoubtful});
      for (const CallSite &C : Graph.sites(S.To))
        for (auto [T, Handed] : callees(S.To, C))
          if (!IsDoubtful && C.choices() > MaxCertainChoices)
            Doubtful.push_back({T, S.To, C.Fact});
          else
            Work.push_back({T, S.To, C.Fact});
    }
  };
  for (BodyId B : Roots[R.Index].Entries)
    Work.push_back({B, BodyId(), 0});
  Follow(false);
  Work.assign(Doubtful.begin(), Doubtful.end());
  Follow(true);
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

const ThreadRoots::SiteEffect &ThreadRoots::effectOf(BodyId B,
                                                     const PointState &P) {
  auto [It, New] = Effects.try_emplace(uint64_t(B.Index) << 32 | P.Fact);
  SiteEffect &E = It->second;
  if (!New)
    return E;
  for (Path L : P.Held)
    if (LockKey K = Keys.key(L, B))
      insertSorted(E.Held, K);
    else if (Paths.isRoot(L, PathKind::Parameter))
      E.HeldOfCaller.push_back(L);
  for (Path L : P.Uncertain)
    if (LockKey K = Keys.key(L, B))
      insertSorted(E.Uncertain, K);
  std::vector<Site> Started;
  for (const Running &T : P.Threads)
    insertSorted(Started, T.Spawn);
  E.Started = Ways.Spawns.intern(std::move(Started));
  E.Observed = Hands.keys(P.Observed, B);
  E.Seen = Ways.Hands.intern(E.Observed);
  E.Told = Ways.Hands.intern(Hands.keys(P.Published, B));
  return E;
}

/// What holds in a callee at \p P of \p B, if \p Here holds at its entry.
Situations::Id ThreadRoots::after(Situations::Id Here, BodyId B, RootId R,
                                  const PointState &P) {
  const SiteEffect &E = effectOf(B, P);
  std::vector<LockKey> Held = E.Held, Uncertain = E.Uncertain;
  for (Path L : E.HeldOfCaller) {
    Names N = names(L, B, R);
    for (LockKey K : N.Keys)
      insertSorted(N.certain() ? Held : Uncertain, K);
  }
  Situation S = Ways[Here];
  S.Held = Ways.Locks.unite(S.Held, Ways.Locks.intern(std::move(Held)));
  S.Uncertain =
      Ways.Locks.unite(S.Uncertain, Ways.Locks.intern(std::move(Uncertain)));
  if (P.Joined.empty()) {
    S.Running = Ways.Spawns.unite(S.Running, E.Started);
  } else {
    std::vector<Site> Running = Ways.Spawns[S.Running].vec();
    removeJoined(Running, P.Joined, B);
    for (Site T : Ways.Spawns[E.Started])
      insertSorted(Running, T);
    removeWaitedFor(Running, P.Joined, B);
    S.Running = Ways.Spawns.intern(std::move(Running));
  }
  if (E.Seen != HandSets::None)
    S.Published = Ways.Hands.intern(
        answered(Ways.Hands[S.Published], E.Observed));
  S.Observed = Ways.Hands.unite(S.Observed, E.Seen);
  S.Published = Ways.Hands.unite(S.Published, E.Told);
  return Ways.intern(S);
}

Situations::Id ThreadRoots::alsoHolding(Situations::Id Here, LockKey K) {
  Situation S = Ways[Here];
  S.Held = Ways.Locks.unite(S.Held, Ways.Locks.intern({K}));
  return Ways.intern(S);
}

/// Finds what holds where \p R gets to. Callers come before callees, so that
/// only what is in a cycle is seen more than once.
void ThreadRoots::propagate(RootId R) {
  Worklist Work;
  Situations::Id Start = Ways.intern(atStart(R));
  for (BodyId B : Roots[R.Index].Entries)
    enter(B, R, Start, Work);
  while (!Work.empty()) {
    BodyId B = Work.top().second;
    Work.pop();
    follow(B, R, Work);
  }
}

void ThreadRoots::enter(BodyId B, RootId R, Situations::Id Here,
                        Worklist &Work) {
  auto &List = Contexts[B.Index];
  auto It = placeOf(List, R);
  if (It == List.end() || It->Root != R)
    return; // Of too many.
  Situations::Id Joined = It->Known ? Ways.join(It->Here, Here) : Here;
  if (It->Known && Joined == It->Here)
    return;
  It->Here = Joined;
  It->Known = true;
  if (!It->Queued)
    Work.push({Graph.order(B), B});
  It->Queued = true;
}

/// Enters what \p B calls, as \p R gets there.
void ThreadRoots::follow(BodyId B, RootId R, Worklist &Work) {
  RootContext &Context = *placeOf(Contexts[B.Index], R);
  Context.Queued = false;
  const Situations::Id AtEntry = Context.Here;
  std::vector<InitialiserFact> Initialisers;
  if (Graph.has(B, CallGraph::InitialisesStatic)) {
    Program.trim();
    Initialisers = staticInitialisers(Program, B);
  }
  for (const CallSite &S : Graph.sites(B)) {
    auto Callees = callees(B, S);
    if (Callees.empty())
      continue;
    Situations::Id Here = AtEntry;
    if (const PointState *P = Results[B.Index].point(S.Fact))
      Here = after(Here, B, R, *P);
    if (link::VariableSym V = initialisedBy(Initialisers, S.Fact))
      Here = alsoHolding(Here, {LockKey::Variable, V.Index});
    Situations::Id Handed = Here;
    for (auto [Fact, Flag] : Results[B.Index].OnceFlags)
      if (LockKey K = Fact == S.Fact ? Keys.key(Flag, B) : LockKey())
        Handed = alsoHolding(Handed, K);
    for (auto [T, IsHanded] : Callees)
      enter(T, R, IsHanded ? Handed : Here, Work);
  }
}

const RootContext *ThreadRoots::context(BodyId B, RootId R) const {
  const auto &List = Contexts[B.Index];
  auto It = placeOf(List, R);
  return It != List.end() && It->Root == R ? &*It : nullptr;
}

std::vector<Point> ThreadRoots::points(BodyId B, llvm::ArrayRef<Path> Held,
                                       llvm::ArrayRef<Running> Threads,
                                       llvm::ArrayRef<Path> Joined) const {
  std::vector<Point> Result;
  for (const RootContext &C : contexts(B)) {
    Point P;
    P.Root = C.Root;
    const Situation &S = Ways[C.Here];
    llvm::append_range(P.Held, Ways.Locks[S.Held]);
    llvm::append_range(P.Uncertain, Ways.Locks[S.Uncertain]);
    P.Running = Ways.Spawns[S.Running].vec();
    P.Observed = Ways.Hands[S.Observed].vec();
    P.Published = Ways.Hands[S.Published].vec();
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
