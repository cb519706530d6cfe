//===-- JoinedObjects.cpp - Whether a joined thread needs the lock held ---===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/JoinedObjects.h"

#include "analysis/BodyView.h"
#include "analysis/FlowOrder.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::FactKind;

/// Functions, from where a pair is seen up its callers, at most.
static constexpr size_t MaxSteps = 32;
static constexpr unsigned MaxDepth = 6;

/// How the two lie to each other: the steps from what they have in common.
/// Elements are numbered in the order in which they are met.
JoinedObjects::Shape JoinedObjects::shape(Path Handle, Path Lock) const {
  auto A = Paths.prefixes(Handle), B = Paths.prefixes(Lock);
  size_t Common = 0;
  // Some element is taken to be any of them.
  auto Same = [&](Path X, Path Y) {
    return X == Y ||
           (Paths[X].Kind == PathKind::ElementAny &&
            Paths[Y].Kind == PathKind::ElementValue) ||
           (Paths[Y].Kind == PathKind::ElementAny &&
            Paths[X].Kind == PathKind::ElementValue);
  };
  while (Common < A.size() && Common < B.size() && Same(A[Common], B[Common]))
    ++Common;
  Shape Result;
  std::vector<uint64_t> Names;
  auto Name = [&](uint64_t Of) {
    auto At = llvm::find(Names, Of);
    if (At == Names.end())
      At = Names.insert(At, Of);
    return uint64_t(At - Names.begin());
  };
  auto Add = [&](llvm::ArrayRef<Path> Steps) {
    for (Path P : Steps) {
      const ProgramPath &N = Paths[P];
      uint64_t Number = N.Number;
      if (N.Kind == PathKind::ElementValue)
        Number = Name(Number);
      else if (!N.Parent && N.Kind != PathKind::Global)
        Number = Name((uint64_t(1) << 32) + P.Index);
      Result.push_back(uint64_t(N.Kind) << 32 | Number);
    }
    Result.push_back(~uint64_t(0));
  };
  Add(llvm::ArrayRef(A).drop_front(Common));
  Add(llvm::ArrayRef(B).drop_front(Common));
  return Result;
}

/// The shapes of the pair, here and as callers know it; and what it is where
/// nobody can tell any more.
void JoinedObjects::collect(const Pair &Start, std::set<Shape> &Shapes,
                            std::vector<Pair> *Ends) const {
  std::vector<std::pair<Pair, unsigned>> Work{{Start, 0}};
  for (size_t Steps = 0; !Work.empty() && Steps < MaxSteps; ++Steps) {
    auto [P, Depth] = Work.back();
    Work.pop_back();
    if (Paths.known(P.Handle) && Paths.known(P.Lock))
      Shapes.insert(shape(P.Handle, P.Lock));
    bool Open =
        Paths.known(P.Lock) && Paths.isRoot(P.Lock, PathKind::Parameter);
    auto Callers = Graph.callers(P.In);
    if (!Open || Callers.empty() || Depth >= MaxDepth ||
        Work.size() + Callers.size() > MaxSteps) {
      if (Ends)
        Ends->push_back(P);
      continue;
    }
    for (const CallGraph::Caller &C : Callers) {
      BodyView View(Program, Paths, Graph, Summaries, C.Body);
      auto Arguments = View.arguments(View.fact(C.Fact));
      Binding B{Arguments, Path()};
      Path Handle = Paths.known(P.Handle) ? substitute(Paths, P.Handle, B)
                                          : Paths.unknown();
      Work.push_back(
          {{C.Body, Handle, substitute(Paths, P.Lock, B)}, Depth + 1});
    }
  }
}

/// Is the lock one of several, another one in each round of a loop?
bool JoinedObjects::perRound(const Pair &At, Site Spawn) const {
  for (Path P = At.Lock; P; P = Paths[P].Parent)
    if (Paths[P].Kind == PathKind::ElementAny ||
        Paths[P].Kind == PathKind::ElementValue)
      return true;
  const ProgramPath &Root = Paths.rootOf(At.Lock);
  if (At.In != Spawn.Body || Root.Version != At.In.Index ||
      (Root.Kind != PathKind::Allocation && Root.Kind != PathKind::Result))
    return false;
  // Made in the loop that starts the thread.
  const facts::FunctionBody &Body = Program.facts(At.In);
  FlowOrder Flow(Body);
  auto Head = Flow.innermostLoop(blockOf(Body, Spawn.Fact));
  if (!Head)
    return false;
  std::vector<uint32_t> Loop = Flow.loopBlocks(*Head);
  return llvm::any_of(Loop, [&](uint32_t B) {
    return llvm::any_of(Body.facts(Body.Blocks[B]), [&](const facts::Fact &F) {
      return (F.Kind == FactKind::Call || F.Kind == FactKind::Allocate) &&
             F.Detail == Root.Number;
    });
  });
}

bool JoinedObjects::mayBeNeeded(const Pair &Join, Site Spawn, BodyId Entry,
                                Path Needed) const {
  auto Of = llvm::find_if(Roots.roots(), [&](const Root &R) {
    return R.What == Root::Thread && R.Spawn == Spawn && R.Many &&
           llvm::is_contained(R.Entries, Entry);
  });
  if (Of == Roots.roots().end() || !Paths.known(Needed))
    return true;
  Program.trim();
  Pair There{Spawn.Body, Of->Point->Handle, Path()};
  PlacedPath P = Keys.normalise(Needed, Entry);
  auto Targets = llvm::ArrayRef(Of->Point->Callable->Targets.begin(),
                                Of->Point->Callable->Targets.end());
  size_t I = llvm::find(Targets, Entry) - Targets.begin();
  if (P.In == Spawn.Body)
    There.Lock = P.P;
  else if (P.In == Entry && I < Targets.size())
    There.Lock = substitute(Paths, Needed, {Of->Point->Arguments[I], Path()});
  if (!Paths.known(There.Lock))
    return true;
  std::set<Shape> Started, Joined;
  std::vector<Pair> Ends;
  collect(There, Started, &Ends);
  for (const Running &R : Results[Spawn.Body.Index].Handles)
    if (R.Spawn == Spawn)
      collect({There.In, R.Handle, There.Lock}, Started, nullptr);
  std::set<Path> Objects;
  bool Several = false;
  for (const Pair &End : Ends) {
    if (!Paths.known(End.Lock))
      return true;
    Objects.insert(End.Lock);
    Several |= perRound(End, Spawn);
  }
  if (!Several && Objects.size() < 2)
    return true;
  collect(Join, Joined, nullptr);
  return llvm::any_of(Joined,
                      [&](const Shape &S) { return Started.count(S) != 0; });
}
