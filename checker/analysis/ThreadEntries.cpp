//===-- ThreadEntries.cpp - What a function is given to run as a thread ---===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of ThreadRoots: a wrapper starts whatever its callers pass. Each of that
// is a root of its own, and there may be many of one only if it is passed more
// than once, however often the wrapper is called.
//
//===----------------------------------------------------------------------===//

#include "analysis/BodyView.h"
#include "analysis/CriticalSections.h"
#include "analysis/FlowOrder.h"
#include "analysis/ForkedChildren.h"
#include "analysis/Threads.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::OperandKind;

/// Wrappers of wrappers, and callers of those, at most.
static constexpr unsigned MaxDepth = 6;
/// Of a place that may start more functions than this, all are one root.
static constexpr size_t MaxEntries = 8;

void ThreadRoots::addThreads() {
  std::optional<ForkedChildren> Children;
  for (uint32_t B = 0; B < Results.size(); ++B)
    for (const SpawnPoint &P : Results[B].Spawns) {
      if (!P.Callable || P.Callable->Targets.empty())
        continue;
      Root R;
      R.What = Root::Thread;
      R.Spawn = {BodyId(B), P.Fact};
      R.Point = &P;
      R.Handler = P.Callable->Effect &&
                  P.Callable->Effect->Kind == models::EffectKind::Interrupts;
      if (R.Handler && !Children)
        Children.emplace(Program, Graph);
      if (R.Handler && Children->contains(R.Spawn))
        continue; // It interrupts the child.
      R.Programs = Program.programs(Program.body(BodyId(B)).Unit);
      noteTasks(R.Spawn, P.Callable->Targets);
      const auto &Targets = P.Callable->Targets;
      if (Targets.size() > MaxEntries) {
        R.Entries.assign(Targets.begin(), Targets.end());
        Roots.push_back(std::move(R));
        continue;
      }
      for (BodyId Entry : Targets) {
        R.Entries.assign(1, Entry);
        Roots.push_back(R);
      }
    }
}

/// A lambda that is handed to a function of which markers say that a thread
/// runs it, runs as they say. How the function brings that about is its own
/// business.
void ThreadRoots::noteTasks(Site Spawn, llvm::ArrayRef<BodyId> Targets) {
  const CallSite *S = Graph.site(Spawn.Body, Spawn.Fact);
  if (!S || !S->Model || S->Model->Where.Family != "markers")
    return;
  for (BodyId T : Targets)
    if (Program.function(Program.body(T).Function).has(facts::FnF_LambdaCall))
      GivenBy.try_emplace(T, Spawn.Body);
}

/// Is \p Callee a task that the runtime runs in \p Caller, which is not the
/// function that has handed it over?
bool ThreadRoots::runsGivenTask(BodyId Caller, BodyId Callee) const {
  auto It = GivenBy.find(Callee);
  return It != GivenBy.end() && It->second != Caller;
}

/// Is \p B run at most once in the program, as far as calls tell?
bool ThreadRoots::runsOnce(BodyId B, unsigned Depth) const {
  auto Callers = Graph.callers(B);
  auto In = contexts(B);
  if (Depth > MaxDepth || In.size() != 1 ||
      Roots[In[0].Root.Index].What != Root::Main)
    return false;
  if (Callers.empty())
    return true;
  return Callers.size() == 1 && !inLoop({Callers[0].Body, Callers[0].Fact}) &&
         runsOnce(Callers[0].Body, Depth + 1);
}

bool ThreadRoots::inLoop(Site S) const {
  const facts::FunctionBody &Body = Program.facts(S.Body);
  return FlowOrder(Body).innermostLoop(blockOf(Body, S.Fact)).has_value();
}

/// How often the callers of \p B pass \p Entry for its parameter: 0, 1, or 2
/// for more than that, or what cannot be told.
unsigned ThreadRoots::timesPassed(BodyId B, unsigned Parameter, BodyId Entry,
                                  unsigned Depth) const {
  link::FunctionSym Wanted = Program.body(Entry).Function;
  if (Depth > MaxDepth || Graph.callers(B).empty())
    return 2;
  unsigned Times = 0;
  for (const CallGraph::Caller &C : Graph.callers(B)) {
    BodyView View(Program, Paths, Graph, Summaries, C.Body);
    auto Arguments = View.arguments(View.fact(C.Fact));
    if (Parameter >= Arguments.size())
      return 2;
    Value V = Arguments[Parameter];
    bool Once = !inLoop({C.Body, C.Fact});
    if (V.isFunction()) {
      if (V.function() == Wanted)
        Times += Once && runsOnce(C.Body, 0) ? 1 : 2;
    } else if (V.Kind == OperandKind::Load &&
               Paths[V.path()].Kind == PathKind::Parameter && V.Version == 0) {
      unsigned Inner =
          timesPassed(C.Body, Paths[V.path()].Number, Entry, Depth + 1);
      Times += Once ? Inner : 2 * Inner;
    } else {
      return 2;
    }
    if (Times > 1)
      return 2;
  }
  return Times;
}

/// Is \p Flag set somewhere to what is not surely true?
bool ThreadRoots::isReset(Path Flag) const {
  for (uint32_t B = 0; B < Program.bodies().size(); ++B) {
    if (contexts(BodyId(B)).empty())
      continue;
    Program.trim();
    const facts::FunctionBody &Facts = Program.facts(BodyId(B));
    link::UnitId Unit = Program.body(BodyId(B)).Unit;
    auto IsVariable = [&](const facts::PathNode &N) {
      return N.Kind == PathKind::Global &&
             Program.symbol(Unit, facts::VariableId(N.Number)).Index ==
                 Paths.rootOf(Flag).Number;
    };
    if (llvm::none_of(Facts.Paths, IsVariable))
      continue; // Nearly always.
    BodyView View(Program, Paths, Graph, Summaries, BodyId(B));
    for (const facts::Fact &F : Facts.Facts) {
      if (F.Kind != facts::FactKind::Assign || View.path(F.Path) != Flag)
        continue;
      const facts::Operand &O = Facts.operands(F)[0];
      if (O.Kind != OperandKind::Constant || O.constant() == 0)
        return true;
    }
  }
  return false;
}

/// `if (!started) { started = true; start(); }`, under one lock: whoever comes
/// later finds the variable set.
bool ThreadRoots::firstStarts(const Root &R) const {
  const PointState *At = Results[R.Spawn.Body.Index].point(R.Spawn.Fact);
  if (!At || At->Held.empty())
    return false;
  BodyView View(Program, Paths, Graph, Summaries, R.Spawn.Body);
  const facts::FunctionBody &Facts = View.facts();
  CriticalSections Sections(Paths, Graph, Summaries,
                            Results[R.Spawn.Body.Index], View);
  auto Controls = Sections.controls(R.Spawn.Fact);
  for (uint32_t I = 0; I < Facts.Facts.size(); ++I) {
    const facts::Fact &F = Facts.Facts[I];
    if (F.Kind != facts::FactKind::Assign ||
        Facts.operands(F)[0].Kind != OperandKind::Constant ||
        Facts.operands(F)[0].constant() == 0)
      continue;
    Path Flag = View.path(F.Path);
    if (!Paths.known(Flag) || !Paths.isRoot(Flag, PathKind::Global))
      continue;
    for (const auto &C : Sections.controls(I)) {
      bool Starts = llvm::any_of(Controls, [&](const auto &D) {
        return C.Branch == D.Branch && C.Successor == D.Successor;
      });
      bool Truth = C.Successor == 0;
      facts::Operand O =
          truthOf(Facts, Facts.operands(Facts.Facts[C.Branch])[0], Truth);
      // Found not set; read and set under the lock that is held at the start.
      if (Starts && !Truth && O.Kind == OperandKind::Load &&
          View.path(O.path()) == Flag && C.Branch > 0 &&
          llvm::any_of(At->Held,
                       [&](Path L) {
                         return Sections.held(C.Branch - 1, L) &&
                                Sections.held(I, L);
                       }) &&
          !isReset(Flag))
        return true;
    }
  }
  return false;
}

/// Is the one entry of \p R started but once: by a wrapper, or by whoever comes
/// first?
bool ThreadRoots::startedOnce(const Root &R) const {
  if (R.Entries.size() != 1 || !R.Point || R.Point->startsSeveral() ||
      inLoop(R.Spawn))
    return false;
  if (firstStarts(R))
    return true;
  BodyView View(Program, Paths, Graph, Summaries, R.Spawn.Body);
  Value V = View.value(R.Point->Callable->Callable);
  return V.Kind == OperandKind::Load && Paths.known(V.path()) &&
         Paths[V.path()].Kind == PathKind::Parameter && V.Version == 0 &&
         timesPassed(R.Spawn.Body, Paths[V.path()].Number, R.Entries[0], 0) < 2;
}
