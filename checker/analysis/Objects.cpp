//===-- Objects.cpp - Which memory a path means, as a thread gets there ---===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/Objects.h"

#include "analysis/SpawnCopies.h"

#include "analysis/Accesses.h"
#include "analysis/Types.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::OperandKind;

/// How far one question leads: nested questions, and steps in all.
static constexpr unsigned MaxDepth = 40;
static constexpr unsigned MaxSteps = 4000;
/// Locations that one path may be. What may be more may be anything.
static constexpr size_t MaxLocations = 16;

bool analysis::sharedMemory(const Located &L, const Located &M, RootId R,
                            RootId S) {
  if (L.Maker != M.Maker || !L.Told || !M.Told || L.Copied || M.Copied)
    return false;
  if (!L.Maker)
    return true;
  if (L.Several || M.Several)
    return false;
  if (R != S)
    return true;
  if (L.Task && M.Task && L.Task != M.Task)
    return true;
  return L.Foreign || M.Foreign || (L.Maker != R && L.Common && M.Common);
}

Objects::Objects(const link::Program &Program, PathTable &Paths,
                 const CallGraph &Graph, const std::vector<Summary> &Summaries,
                 const ThreadRoots &Roots)
    : Program(Program), Paths(Paths), Graph(Graph), Summaries(Summaries),
      Roots(Roots), Confined(Program, Paths, Graph, Summaries) {
  indexStores();
}

/// The field or variable that \p Where is part of the storage of, elements
/// aside. None if only a pointer leads there.
Path Objects::keyOf(Path Where) const {
  for (Path P = Where; P; P = Paths[P].Parent)
    switch (Paths[P].Kind) {
    case PathKind::ElementAny:
    case PathKind::ElementConst:
    case PathKind::ElementValue:
      continue;
    case PathKind::Field:
    case PathKind::Global:
      return P;
    default:
      return Path();
    }
  return Path();
}

/// What initialises variables of static storage duration.
bool Objects::beforeMain(BodyId B) const {
  return Program.function(Program.body(B).Function).has(facts::FnF_StaticInit);
}

void Objects::indexStores() {
  for (uint32_t I = 0; I < Program.bodies().size(); ++I) {
    BodyId B(I);
    if (Roots.contexts(B).empty() && !beforeMain(B))
      continue;
    Program.trim();
    PointerFlow Flow(Program, Paths, Graph, Summaries, B);
    for (const Assignment &A : Flow.assignments()) {
      if (A.How == Assignment::Nothing)
        continue;
      Path Key = keyOf(A.Where);
      if (!Key)
        continue;
      const ProgramPath &N = Paths[Key];
      if (N.Kind == PathKind::Global)
        VariableStores[link::VariableSym(N.Number)].push_back({B, A});
      else
        FieldStores[link::FieldSym(N.Number)].push_back({B, A});
    }
  }
}

/// Adds \p L. What comes by two ways is passed by both.
bool Objects::add(Locations &To, const Located &L) {
  for (Located &Old : To)
    if (Old.Where == L.Where && Old.Maker == L.Maker) {
      Located Before = Old;
      Old.Told |= L.Told;
      Old.Foreign |= L.Foreign;
      Old.Often |= L.Often;
      Old.Common |= L.Common;
      Old.Several |= L.Several;
      Old.Each &= L.Each;
      Old.Inside |= L.Inside;
      Old.Copied &= L.Copied;
      if (Old.Via != L.Via)
        Old.Via = Site();
      return !(Old == Before);
    }
  if (To.size() >= MaxLocations)
    return false;
  To.push_back(L);
  return true;
}

/// Elements with no certain index are one, and so are fields that share memory.
Path Objects::normal(Path Where) const {
  auto Steps = Paths.prefixes(Where);
  Path Result = Steps[0];
  for (size_t I = 1; I < Steps.size(); ++I) {
    const ProgramPath N = Paths[Steps[I]];
    bool Element =
        N.Kind == PathKind::ElementAny || N.Kind == PathKind::ElementValue;
    // An element of an element, as pointers into arrays go.
    if (Element && Paths[Result].Kind == PathKind::ElementAny)
      continue;
    if (Element)
      Result = Paths.step(PathKind::ElementAny, Result, 0);
    else if (N.Kind == PathKind::Field)
      Result =
          Paths.field(Result, firstSharing(Program, link::FieldSym(N.Number)));
    else
      Result = Paths.step(N.Kind, Result, N.Number,
                          N.Kind == PathKind::Deref ? 0 : N.Version);
  }
  return Result;
}

/// May the two places be one, whichever element is meant?
bool Objects::same(Path A, Path B) const {
  if (A == B)
    return true;
  auto X = Paths.prefixes(A), Y = Paths.prefixes(B);
  if (X.size() != Y.size() || X[0] != Y[0])
    return false;
  for (size_t I = 1; I < X.size(); ++I) {
    const ProgramPath &M = Paths[X[I]], &N = Paths[Y[I]];
    if (isElementStep(M.Kind) && isElementStep(N.Kind)) {
      if (M.Kind == PathKind::ElementConst &&
          N.Kind == PathKind::ElementConst && M.Number != N.Number)
        return false;
      continue;
    }
    if (M.Kind != N.Kind || (M.Kind == PathKind::Field && M.Number != N.Number))
      return false;
  }
  return true;
}

bool Objects::told(BodyId B, Path Root, uint32_t Fact, RootId R) {
  // Two objects that lead to each other: told if somebody else says so.
  std::pair<BodyId, Path> Question(B, Root);
  if (llvm::is_contained(Asking, Question))
    return false;
  Asking.push_back(Question);
  bool Result = findTold(B, Root, Fact, R);
  Asking.pop_back();
  return Result;
}

bool Objects::findTold(BodyId B, Path Root, uint32_t Fact, RootId R) {
  const PointerFlow &Flow = Confined.flow(B);
  const Telling &T = Confined.telling(B, Root);
  auto Maker = Flow.makerOf(Root);
  if (Flow.mayPrecede(T.Told, Fact, Maker))
    return true;
  for (auto [At, Parameter] : T.Into) {
    if (!Flow.mayPrecede(At, Fact, Maker))
      continue;
    if (told(B, Paths.root(PathKind::Parameter, Parameter), Fact, R))
      return true;
    for (const Located &L : pointees(B, Parameter, R))
      if (L.Told)
        return true;
  }
  return false;
}

/// Is \p B run at most once in its thread, as far as is known?
bool Objects::runsOnce(BodyId B) {
  auto [It, New] = Once.try_emplace(B, false);
  if (!New)
    return It->second;
  bool Result = false;
  auto Callers = Graph.callers(B);
  auto Contexts = Roots.contexts(B);
  if (Callers.empty()) {
    Result = Contexts.size() == 1 && !Roots.root(Contexts[0].Root).Many;
  } else if (Callers.size() == 1 && Contexts.size() == 1) {
    const PointerFlow &Flow = Confined.flow(Callers[0].Body);
    Result = !Flow.loopsAround(Callers[0].Fact, std::nullopt) &&
             runsOnce(Callers[0].Body);
  }
  return Once[B] = Result;
}

/// Does \p Root, an allocation or local, stand for several objects?
bool Objects::manyObjects(Path Root) {
  const ProgramPath &N = Paths[Root];
  if (N.Kind == PathKind::Global)
    return false;
  BodyId B(N.Version);
  if (N.Version >= Program.bodies().size() || !runsOnce(B))
    return true;
  const PointerFlow &Flow = Confined.flow(B);
  auto Maker = Flow.makerOf(Root);
  return Maker && Flow.loopsAround(*Maker, std::nullopt);
}

/// What the pointers in \p From point to.
Locations Objects::follow(const Locations &From, BodyId B, RootId R,
                          uint32_t Fact, uint32_t When) {
  Locations To;
  bool Shares = Roots.root(R).Many;
  for (const Located &L : From)
    for (Located M : content(L, B, R, Fact, When)) {
      if (L.Via)
        M.Via = L.Via;
      // Of two threads that each have an owner of their own, both lead to it.
      if (Shares && M.Maker && M.Maker != R && L.Maker != R)
        for (const Located &Old : To)
          M.Common |= Old.Where == M.Where && Old.Maker == M.Maker;
      add(To, M);
    }
  return To;
}

/// `container_of(p, struct item, link)->uses`: \p Where is the member that the
/// pointer leads to, moved back by some bytes; \p Next is a member beside that.
Path Objects::containerOf(Path Where, link::FieldSym Next) const {
  link::RecordSym Owner = Program.field(Next).Owner;
  Path P = Where;
  while (Paths[P].Kind == PathKind::ElementAny ||
         Paths[P].Kind == PathKind::ElementConst)
    P = Paths[P].Parent;
  if (P == Where || Paths[P].Kind != PathKind::Field ||
      Program.field(link::FieldSym(Paths[P].Number)).Owner != Owner)
    return Where;
  TypeRef T = typeOf(Program, Paths, P, BodyId());
  return T && classOf(Program, T) == Owner ? Where : Paths[P].Parent;
}

Locations Objects::locate(BodyId B, Path P, RootId R, uint32_t Fact,
                          std::optional<uint32_t> When) {
  if (!Paths.known(P))
    return {};
  if (Depth == 0)
    Steps = 0;
  if (Depth >= MaxDepth || ++Steps > MaxSteps) {
    Cuts += Steps == MaxSteps + 1;
    return {};
  }
  ++Depth;
  auto Prefixes = Paths.prefixes(P);
  size_t Next = 1;
  Locations Now;
  if (Paths[Prefixes[0]].Kind == PathKind::Result && Prefixes.size() > 1 &&
      Paths[Prefixes[1]].Kind == PathKind::Deref) {
    Now = results(B, Prefixes[0], R, Fact);
    ++Next;
  } else {
    Now = begin(B, Prefixes[0], R, Fact);
  }
  for (; Next < Prefixes.size(); ++Next) {
    const ProgramPath N = Paths[Prefixes[Next]];
    Locations After;
    if (N.Kind == PathKind::Deref) {
      After = follow(Now, B, R, Fact, When.value_or(Fact));
      // A capture is known by its closure alone.
      const ProgramPath &Before = Paths[Prefixes[Next - 1]];
      if (After.empty() && Before.Kind == PathKind::Field)
        After = captured(link::FieldSym(Before.Number), R);
    } else {
      bool Indexed = isElementStep(N.Kind) &&
                     Paths[Prefixes[Next - 1]].Kind == PathKind::Deref;
      for (Located L : Now) {
        L.Inside |= Indexed && isElementStep(Paths[L.Where].Kind);
        if (N.Kind == PathKind::Field)
          L.Where = containerOf(L.Where, link::FieldSym(N.Number));
        L.Where = normal(Paths.step(N.Kind, L.Where, N.Number, N.Version));
        add(After, L);
      }
    }
    Now = std::move(After);
  }
  --Depth;
  return Now;
}

/// Where a path begins.
Locations Objects::begin(BodyId B, Path Root, RootId R, uint32_t Fact) {
  const ProgramPath N = Paths[Root];
  Located L;
  L.Where = Root;
  switch (N.Kind) {
  case PathKind::Global:
    L.Told = true;
    if (Program.variable(link::VariableSym(N.Number)).Flags &
        facts::VF_ThreadLocal)
      L.Maker = R; // Each thread has its own.
    return {L};
  case PathKind::Local:
  case PathKind::Allocation:
  case PathKind::Result:
    L.Maker = R;
    L.Told = N.Version != B.Index || told(B, Root, Fact, R);
    return {L};
  case PathKind::Parameter:
    // Its own storage; of this function, which the path says from here on.
    L.Where = Paths.root(PathKind::Parameter, N.Number, B);
    L.Maker = R;
    L.Told = told(B, Root, Fact, R);
    return {L};
  default:
    return {};
  }
}

/// What the pointer that a call has returned points to.
Locations Objects::results(BodyId B, Path Root, RootId R, uint32_t Fact) {
  const PointerFlow &Flow = Confined.flow(B);
  const ProgramPath N = Paths[Root];
  uint32_t Call = Flow.callOf(N.Number);
  const CallSite *Site = Call == ~0u ? nullptr : Graph.site(B, Call);
  if (!Site)
    return {};
  Path Fresh = Paths.root(PathKind::Allocation, N.Number, B);
  Located Made;
  Made.Where = Fresh;
  Made.Maker = R;
  if (Site->Model) {
    for (const models::Effect &E : Site->Model->Effects)
      if (E.Kind == models::EffectKind::Allocates) {
        Made.Told = told(B, Root, Fact, R);
        return {Made};
      } else if (E.Kind == models::EffectKind::AtomicLoad ||
                 E.Kind == models::EffectKind::AtomicUpdate) {
        return inAtomic(B, Call, E, R, Fact);
      }
    return {};
  }
  // What a function out of sight has made, or has looked up: one object.
  if (Site->Targets.Bodies.empty()) {
    Made.Told = told(B, Root, Fact, R);
    return {Made};
  }
  Locations Result;
  for (BodyId Callee : Site->Targets.Bodies)
    for (Located L : returned(Callee, R, Fresh)) {
      L.Told |= told(B, Root, Fact, R);
      add(Result, L);
    }
  return Result;
}

/// What the pointer in an atomic points to, which the call at \p Call reads.
Locations Objects::inAtomic(BodyId B, uint32_t Call, const models::Effect &E,
                            RootId R, uint32_t Fact) {
  BodyView View(Program, Paths, Graph, Summaries, B);
  Locations Result;
  for (Path P : View.locations(View.fact(Call), E.Operands))
    for (const Located &L :
         follow(locate(B, P, R, Fact, Call), B, R, Fact, Call))
      add(Result, L);
  return Result;
}

/// What the pointer that \p Callee returns points to. An object that it has
/// made itself and told nobody of is its caller's, named \p Fresh.
Locations Objects::returned(BodyId Callee, RootId R, Path Fresh) {
  Locations Result;
  if (!Roots.context(Callee, R))
    return Result;
  const PointerFlow &Flow = Confined.flow(Callee);
  auto Add = [&](const Located &L) { add(Result, renamed(L, Fresh)); };
  for (const auto &[Fact, V] : Flow.returned())
    if (V.hasPath() && V.Kind != OperandKind::Object)
      for (const Located &L : locate(Callee, Paths.pointee(V), R, Fact))
        Add(L);
  // A smart pointer that is built where the result goes.
  for (const Assignment &A : Flow.assignments())
    if (Paths[A.Where].Kind == PathKind::Return)
      for (const Located &L : assigned(Callee, A, R))
        Add(L);
  return Result;
}

/// An object that a callee has made and nobody else knows is the caller's.
Located Objects::renamed(Located L, Path Fresh) {
  L.Via = Site();
  if (!L.Told && Paths[L.Where].Kind == PathKind::Allocation) {
    auto &Names = MadeIn[Fresh];
    if (!llvm::is_contained(Names, L.Where))
      Names.push_back(L.Where);
    L.Where = Fresh;
  }
  return L;
}

/// What \p Callee leaves in what its \p Parameter points to.
Locations Objects::leftIn(BodyId Callee, unsigned Parameter, RootId R,
                          Path Fresh) {
  Locations Result;
  std::pair<BodyId, unsigned> Question(Callee, Parameter);
  if (!Roots.context(Callee, R) || llvm::is_contained(Leaving, Question))
    return Result;
  Leaving.push_back(Question);
  Path Place = Paths.deref(Paths.root(PathKind::Parameter, Parameter));
  for (const Assignment &A : Confined.flow(Callee).assignments())
    if (same(A.Where, Place))
      for (const Located &L : assigned(Callee, A, R))
        add(Result, renamed(L, Fresh));
  Leaving.pop_back();
  return Result;
}

/// What an assignment makes its place point to.
Locations Objects::assigned(BodyId B, const Assignment &A, RootId R) {
  switch (A.How) {
  case Assignment::Nothing:
    return {};
  case Assignment::Pointer: {
    Locations Result = locate(B, Paths.pointee(A.What), R, A.Fact);
    for (Located &L : Result)
      L.Each = A.EachRound;
    return Result;
  }
  case Assignment::Fresh:
  case Assignment::Into:
  case Assignment::ByCall: {
    const PointerFlow &Flow = Confined.flow(B);
    uint32_t Ordinal = Flow.ordinal(A.Fact);
    Path Fresh = Paths.root(PathKind::Allocation, Ordinal, B);
    if (A.How == Assignment::Fresh) {
      Located L;
      L.Where = Fresh;
      L.Maker = R;
      return {L};
    }
    const CallSite *Site = Graph.site(B, A.Fact);
    Locations Result;
    if (Site)
      for (BodyId Callee : Site->Targets.Bodies)
        for (const Located &L : A.How == Assignment::Into
                                    ? leftIn(Callee, A.Argument, R, Fresh)
                                    : returned(Callee, R, Fresh))
          add(Result, L);
    return Result;
  }
  }
  return {};
}

/// \p L, as the thread that starts one of \p R knows it, is handed over.
void Objects::cross(Located &L, RootId R, RootId Starter) {
  cross(L, R, Starter, Roots.root(R).Spawn);
}

void Objects::cross(Located &L, RootId R, RootId Starter, Site At) {
  const PointerFlow &Flow = Confined.flow(At.Body);
  const ProgramPath &Root = Paths.rootOf(L.Where);
  bool MadeThere = Root.Kind != PathKind::Global &&
                   Root.Version == At.Body.Index && L.Maker == Starter;
  auto Maker = MadeThere ? Flow.makerOf(Paths[L.Where].Root) : std::nullopt;
  const analysis::Root &By = Roots.root(Starter);
  L.Common = L.Often || (!L.Each && Flow.loopsAround(At.Fact, Maker)) ||
             (By.Many && L.Maker != Starter);
  if (const SpawnPoint *P = Roots.root(R).Point)
    L.Common |= P->startsSeveral();
  L.Often = L.Each = false;
  L.Told = true;
  L.Via = Site();
}

Path Objects::passedPath(Value V, Passed What) const {
  if (!V.hasPath())
    return Path();
  if (What == Pointee)
    return Paths.pointee(V);
  return V.Kind == OperandKind::Object ? V.path() : Path();
}

void Objects::passedBySpawn(BodyId B, unsigned Parameter, RootId R, Passed What,
                            Locations &To) {
  const Root &Of = Roots.root(R);
  if (Of.What != Root::Thread || !Of.Point)
    return;
  const auto &Targets = Of.Point->Callable->Targets;
  for (size_t I = 0; I < Targets.size(); ++I) {
    if (Targets[I] != B || I >= Of.Point->Arguments.size() ||
        Parameter >= Of.Point->Arguments[I].size())
      continue;
    Value Argument = Of.Point->Arguments[I][Parameter];
    Path Passed = passedPath(Argument, What);
    if (!Passed)
      continue;
    bool Each = Confined.flow(Of.Spawn.Body).eachRound(Of.Spawn.Fact, Argument);
    bool Copied = false;
    if (What == Pointee) {
      BodyView View(Program, Paths, Graph, Summaries, Of.Spawn.Body);
      Copied = getsCopy(Program, View, *Of.Point, I, Parameter, Passed);
    }
    for (const RootContext &C : Roots.contexts(Of.Spawn.Body))
      if (Roots.root(C.Root).What != Root::Library)
        for (Located L : locate(Of.Spawn.Body, Passed, C.Root, Of.Spawn.Fact)) {
          L.Each |= Each;
          L.Copied |= Copied;
          cross(L, R, C.Root);
          add(To, L);
        }
  }
}

void Objects::passedByCalls(BodyId B, unsigned Parameter, RootId R, Passed What,
                            Locations &To) {
  auto Callers = Graph.callers(B);
  if (Callers.size() > MaxCallers) {
    ++Cuts;
    return;
  }
  for (const CallGraph::Caller &C : Callers) {
    if (!Roots.context(C.Body, R))
      continue;
    const PointerFlow &Flow = Confined.flow(C.Body);
    auto Arguments = Flow.arguments(C.Fact, B);
    Path Passed = Parameter < Arguments.size()
                      ? passedPath(Arguments[Parameter], What)
                      : Path();
    if (!Passed)
      continue;
    for (Located L :
         locate(C.Body, Passed, R, C.Fact, Flow.readAt(C.Fact, Parameter))) {
      const ProgramPath &Root = Paths.rootOf(L.Where);
      bool Here = Root.Kind != PathKind::Global &&
                  Root.Version == C.Body.Index && L.Maker == R;
      L.Each |= Flow.eachRound(C.Fact, Arguments[Parameter]);
      L.Often |= !L.Each && Flow.loopsAround(
                                C.Fact, Here ? Flow.makerOf(Paths[L.Where].Root)
                                             : std::nullopt);
      L.Each = false;
      for (const Located &Old : To)
        L.Often |= Old.Where == L.Where && Old.Maker == L.Maker;
      L.Via = {C.Body, C.Fact};
      add(To, L);
    }
  }
}

const Locations &Objects::pointees(BodyId B, unsigned Parameter, RootId R) {
  auto [It, New] = Pointees.try_emplace({B, Parameter, R});
  if (New) {
    Locations Found;
    passedBySpawn(B, Parameter, R, Pointee, Found);
    passedByCalls(B, Parameter, R, Pointee, Found);
    // A function that calls or starts itself: of each activation its own.
    for (Located &L : Found) {
      const ProgramPath &Root = Paths.rootOf(L.Where);
      L.Several |= Root.Kind == PathKind::Local && Root.Version == B.Index;
    }
    It->second = {true, std::move(Found)};
  }
  return It->second.Found;
}
