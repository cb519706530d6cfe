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

using namespace fearless;
using namespace fearless::analysis;
using support::insertSorted;

ThreadRoots::ThreadRoots(const link::Program &Program, PathTable &Paths,
                         const CallGraph &Graph,
                         const std::vector<Summary> &Summaries,
                         const LockKeys &Keys, const HandOvers &Hands,
                         const std::vector<FunctionResult> &Results)
    : Program(Program), Paths(Paths), Graph(Graph), Summaries(Summaries),
      Keys(Keys), Hands(Hands), Results(Results) {
  Contexts.resize(Program.bodies().size());
  TooManyRoots.resize(Program.bodies().size());
  Steps.resize(Program.bodies().size());
  StepsKnown.resize(Program.bodies().size());
  Effects.emplace_back();
  findDoomed();
  addMains();
  addExits();
  FirstThread = Roots.size();
  addThreads();
  findHandles();
  findThreadsJoinedByThreads();
  for (uint32_t R = 0; R < Roots.size(); ++R)
    reach(RootId(R));
  addLibrary();
  propagateAll();
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

/// What atexit() is given runs when main has returned, beside the threads that
/// main has left.
void ThreadRoots::addExits() {
  std::vector<BodyId> Handlers;
  for (uint32_t B = 0; B < Program.bodies().size(); ++B)
    for (const CallSite &S : Graph.sites(BodyId(B)))
      for (const Invocation &I : S.Invocations)
        if (I.Effect && I.Effect->Kind == models::EffectKind::AtExit)
          for (BodyId Target : I.Targets)
            insertSorted(Handlers, Target);
  for (unsigned P = 0; !Handlers.empty() && P < Program.programCount(); ++P) {
    Root R;
    R.AtExit = true;
    R.Programs.resize(Program.programCount());
    R.Programs.set(P);
    for (BodyId B : Handlers)
      if (Program.programs(Program.body(B).Unit).test(P))
        R.Entries.push_back(B);
    if (Program.mainOf(P) && !R.Entries.empty())
      Roots.push_back(std::move(R));
  }
}

/// Functions that no root reaches and nobody calls are the library's entries;
/// so are members of a cycle that nothing leads to.
void ThreadRoots::addLibrary() {
  RootId Id = addLibraryRoot(/*Destroys=*/false);
  addLibraryRoot(/*Destroys=*/true);
  std::vector<BodyId> Rest;
  for (uint32_t B = 0; B < Contexts.size(); ++B)
    if (Contexts[B].empty())
      Rest.push_back(BodyId(B));
  for (BodyId B : Rest)
    Roots[Id.Index].Entries.push_back(B);
  reach(Id);
}

RootId ThreadRoots::addLibraryRoot(bool Destroys) {
  Root R;
  R.What = Root::Library;
  R.Many = true;
  R.Destroys = Destroys;
  R.Programs.resize(Program.programCount(), true);
  for (uint32_t B = 0; B < Contexts.size(); ++B)
    if (Contexts[B].empty() && Graph.callers(BodyId(B)).empty() &&
        Program.function(Program.body(BodyId(B)).Function)
                .has(facts::FnF_Destructor) == Destroys)
      R.Entries.push_back(BodyId(B));
  Roots.push_back(R);
  RootId Id(Roots.size() - 1);
  reach(Id);
  return Id;
}

/// Callers that are asked what they pass, and how far up.
static constexpr size_t MaxNamingCallers = 16;
static constexpr unsigned MaxNamingDepth = 4;

/// What the callers of \p B pass for \p L, which is a parameter of it; whoever
/// the root is. Found once.
llvm::ArrayRef<PlacedPath> ThreadRoots::passedFor(Path L, BodyId B) const {
  auto [It, New] = Passed.try_emplace({B, L});
  if (!New)
    return It->second;
  std::vector<PlacedPath> Found;
  for (const CallGraph::Caller &C : Graph.callers(B)) {
    BodyView View(Program, Paths, Graph, Summaries, C.Body);
    auto Arguments = View.arguments(View.fact(C.Fact));
    Found.push_back({substitute(Paths, L, {Arguments, Path()}), C.Body});
  }
  return It->second = std::move(Found);
}

ThreadRoots::Names ThreadRoots::names(Path L, BodyId B, RootId R,
                                      unsigned Depth) const {
  Names N;
  if (LockKey K = Keys.key(L, B)) {
    N.Keys.push_back(K);
    return N;
  }
  N.All = false;
  if (Depth > MaxNamingDepth || !Paths.isRoot(L, PathKind::Parameter))
    return N;
  N.All = true;
  auto Add = [&](Path There, BodyId From) {
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
        Add(substitute(Paths, L, {Of.Point->Arguments[I], Path()}),
            Of.Spawn.Body);
  if (Graph.callers(B).size() > MaxNamingCallers) {
    N.All = false;
    return N;
  }
  for (PlacedPath P : passedFor(L, B))
    if (context(P.In, R))
      Add(P.P, P.In);
  return N;
}

bool analysis::bothPast(LockKey K, const Point &P, const Point &Q) {
  return llvm::is_contained(P.Initialised, K) &&
         llvm::is_contained(Q.Initialised, K);
}

bool analysis::mayShareLock(const Point &P, const Point &Q) {
  auto Common = [](llvm::ArrayRef<LockKey> X, llvm::ArrayRef<LockKey> Y) {
    return llvm::any_of(X, [&](LockKey K) { return llvm::is_contained(Y, K); });
  };
  auto Locks = [](const Point &X) {
    return !X.Held.empty() || !X.Uncertain.empty();
  };
  const LockKey Unclear{LockKey::Unclear, 0};
  return Common(P.Uncertain, Q.Uncertain) || Common(P.Uncertain, Q.Held) ||
         Common(P.Held, Q.Uncertain) ||
         (llvm::is_contained(P.Uncertain, Unclear) && Locks(Q)) ||
         (llvm::is_contained(Q.Uncertain, Unclear) && Locks(P));
}

/// \p L, of \p B, is held: for sure if it can be but one lock.
void ThreadRoots::hold(Point &At, Path L, BodyId B) const {
  Names N = names(L, B, At.Root);
  if (N.Keys.empty())
    insertSorted(At.Uncertain, LockKey{LockKey::Unclear, 0});
  for (LockKey K : N.Keys)
    if (N.certain())
      insertSorted(At.Held, K);
    else
      insertSorted(At.Uncertain, K);
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

const RootContext *ThreadRoots::context(BodyId B, RootId R) const {
  const auto &List = Contexts[B.Index];
  auto It = llvm::partition_point(
      List, [&](const RootContext &C) { return C.Root < R; });
  return It != List.end() && It->Root == R ? &*It : nullptr;
}

std::vector<Point> ThreadRoots::points(BodyId B, llvm::ArrayRef<Path> Held,
                                       llvm::ArrayRef<Running> Threads,
                                       llvm::ArrayRef<Path> Joined) const {
  std::vector<Point> Result;
  auto Add = [&](const RootContext &C, Situations::Id Here, uint32_t Way) {
    Point P;
    P.Root = C.Root;
    P.Way = Way;
    const Situation &S = Ways[Here];
    llvm::append_range(P.Held, Ways.Locks[S.Held]);
    llvm::append_range(P.Uncertain, Ways.Locks[S.Uncertain]);
    llvm::append_range(P.Initialised, Ways.Locks[S.Initialised]);
    llvm::append_range(P.Shared, Ways.Locks[S.Shared]);
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
  };
  for (const RootContext &C : contexts(B)) {
    if (C.Ways.empty())
      Add(C, C.Here, 0);
    for (uint32_t W = 0; W < C.Ways.size(); ++W)
      Add(C, C.Ways[W].Here, W);
  }
  return Result;
}

std::vector<Point> ThreadRoots::points(BodyId B,
                                       const PointState *State) const {
  if (!State)
    return points(B, {}, {}, {});
  std::vector<Point> Result =
      points(B, State->Held, State->Threads, State->Joined);
  std::vector<LockKey> Initialised = keysOf(State->Initialised, B);
  for (Point &P : Result)
    for (LockKey K : Initialised)
      insertSorted(P.Initialised, K);
  return Result;
}

std::vector<Point> ThreadRoots::pointsInFull(BodyId B,
                                             const PointState *State) const {
  std::vector<Point> Result = points(B, State);
  if (!State)
    return Result;
  std::vector<LockKey> Uncertain = uncertainLocks(State->Uncertain, B);
  std::vector<LockKey> Shared = keysOf(State->Shared, B);
  for (Point &P : Result) {
    for (LockKey K : Shared)
      insertSorted(P.Shared, K);
    llvm::append_range(P.Uncertain, Uncertain);
    addConditionalHolds(P, B, State->Ways);
    addHandOvers(P, B, State->Observed, State->Published);
  }
  return Result;
}

std::vector<Site> ThreadRoots::callChain(BodyId B, RootId R,
                                         uint32_t Way) const {
  std::vector<Site> Chain;
  for (const RootContext *C = context(B, R); C && Chain.size() < 32;
       C = context(Chain.back().Body, R)) {
    RootWay By{C->Here, C->From, C->FromFact, Way}; // The shortest.
    if (C->Ways.size() > 1)
      By = C->Ways[std::min<uint32_t>(Way, C->Ways.size() - 1)];
    if (!By.From)
      break;
    Chain.push_back({By.From, By.Fact});
    Way = By.FromWay;
  }
  std::reverse(Chain.begin(), Chain.end());
  return Chain;
}
