//===-- ThreadNumberSources.cpp - Which numbers threads are given ---------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of ThreadNumbers: whether no two threads of a root get the same number.
//
//===----------------------------------------------------------------------===//

#include "analysis/BodyView.h"
#include "analysis/FlowOrder.h"
#include "analysis/ThreadNumbers.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::OperandKind;
using facts::ValueOp;

/// Callers of who starts a thread, and ways to get its number, at most.
static constexpr unsigned MaxDepth = 6;
static constexpr size_t MaxGiven = 32;

/// The loops that \p Fact is in.
static std::vector<std::vector<uint32_t>>
loopsAround(const facts::FunctionBody &Body, uint32_t Fact) {
  FlowOrder Flow(Body);
  std::vector<std::vector<uint32_t>> Result;
  for (uint32_t Head : Flow.loopHeads()) {
    auto Blocks = Flow.loopBlocks(Head);
    if (llvm::is_contained(Blocks, blockOf(Body, Fact)))
      Result.push_back(std::move(Blocks));
  }
  return Result;
}

/// Is the object that the number is read from one for each thread? A capture
/// is, and so is an element.
bool ThreadNumbers::ofThread(const Given &G, const Only &O) const {
  for (Path P = G.Number.path(); P; P = Paths[P].Parent)
    if (Paths[P].Kind == PathKind::ElementValue)
      return true;
  Path Object = Paths[O.Number.path()].Parent;
  BodyId Entry = G.Entry;
  return Paths[Object].Kind == PathKind::Deref &&
         Paths[Paths[Object].Parent].Kind == PathKind::Parameter &&
         Program.function(Program.body(Entry).Function)
             .has(facts::FnF_LambdaCall);
}

/// All ways in which the thread gets a number that may be the one of \p O.
/// False if they are too many to tell.
bool ThreadNumbers::collect(Given G, const Only &O, std::vector<Given> &All,
                            unsigned Depth) const {
  BodyView View(Program, Paths, Graph, Summaries, G.At.Body);
  Value V = G.Number;
  if (V.isConstant() && V.constant() != O.Is)
    return true;
  if (V.Kind == OperandKind::Load && Paths.known(V.path())) {
    const ProgramPath &N = Paths[V.path()];
    if (N.Kind == PathKind::Field)
      G.Number = ofThread(G, O)
                     ? View.onlyStored(V.path()).value_or(Value::unknown())
                     : Value::unknown();
    auto Callers = Graph.callers(G.At.Body);
    if (N.Kind == PathKind::Parameter && V.Version == 0 && !Callers.empty()) {
      if (Depth >= MaxDepth || All.size() + Callers.size() > MaxGiven)
        return false;
      for (const CallGraph::Caller &C : Callers) {
        BodyView Above(Program, Paths, Graph, Summaries, C.Body);
        auto Arguments = Above.arguments(Above.fact(C.Fact));
        Binding B{Arguments, Path()};
        Path Handle = Paths.known(G.Handle) ? substitute(Paths, G.Handle, B)
                                            : Paths.unknown();
        Value Number = N.Number < Arguments.size() ? Arguments[N.Number]
                                                   : Value::unknown();
        if (!collect({{C.Body, C.Fact}, Number, Handle, G.Entry}, O, All,
                     Depth + 1))
          return false;
      }
      return true;
    }
  }
  All.push_back(std::move(G));
  return true;
}

/// Is it a number that the only loop around the call counts?
bool ThreadNumbers::counts(Given G) const {
  const facts::FunctionBody &Body = Program.facts(G.At.Body);
  auto Loops = loopsAround(Body, G.At.Fact);
  if (G.Number.isConstant())
    return Loops.empty();
  BodyView View(Program, Paths, Graph, Summaries, G.At.Body);
  if (G.Number.Kind == OperandKind::Value &&
      G.Number.Version == G.At.Body.Index) { // `i + 1`
    const facts::ValueNode &N = Body.Values[G.Number.Number];
    if ((N.Op == ValueOp::Add || N.Op == ValueOp::Subtract) &&
        N.B.Kind == OperandKind::Constant)
      G.Number = View.value(N.A);
  }
  if (G.Number.Kind != OperandKind::Load || Loops.size() != 1 ||
      Paths[G.Number.path()].Kind != PathKind::Local)
    return false;
  unsigned Steps = 0;
  for (uint32_t B : Loops[0])
    for (const Fact &F : Body.facts(Body.Blocks[B])) {
      if (F.Kind != FactKind::Assign || View.path(F.Path) != G.Number.path())
        continue;
      const facts::Operand &To = Body.operands(F)[0];
      if (To.Kind != OperandKind::Value)
        return false;
      const facts::ValueNode &N = Body.Values[To.Number];
      bool Counts = (N.Op == ValueOp::Add || N.Op == ValueOp::Subtract) &&
                    N.A.Kind == OperandKind::Load &&
                    View.path(N.A.path()) == G.Number.path() &&
                    N.B.Kind == OperandKind::Constant && N.B.constant() != 0;
      if (!Counts)
        return false;
      ++Steps;
    }
  return Steps == 1;
}

/// Is the handle in an array that outlives the function, at the number?
bool ThreadNumbers::ownPlace(const Given &G, std::set<Path> &Arrays) const {
  if (!Paths.known(G.Handle) || !Paths.isRoot(G.Handle, PathKind::Global))
    return false;
  for (Path P = G.Handle; P; P = Paths[P].Parent)
    if (Paths[P].Kind == PathKind::ElementValue &&
        Paths.indexOf(Paths[P]) == G.Number) {
      Arrays.insert(Paths[P].Parent);
      return true;
    }
  return false;
}

/// Does the program run \p B just once, as far as its calls say?
bool ThreadNumbers::runOnce(BodyId B, unsigned Depth) const {
  auto Callers = Graph.callers(B);
  auto Contexts = Roots.contexts(B);
  if (Contexts.size() != 1 || Depth > MaxDepth)
    return false;
  const Root &By = Roots.root(Contexts[0].Root);
  if (By.Many || By.What == Root::Library)
    return false;
  if (Callers.empty())
    return llvm::is_contained(By.Entries, B);
  return Callers.size() == 1 &&
         loopsAround(Program.facts(Callers[0].Body), Callers[0].Fact).empty() &&
         runOnce(Callers[0].Body, Depth + 1);
}

bool ThreadNumbers::findDifferent(RootId R, const Only &O) {
  const Root &Of = Roots.root(R);
  Program.trim();
  Binding B{Of.Point->Arguments[0], Path()};
  std::vector<Given> All;
  Given Start{Of.Spawn, substitute(Paths, O.Number, B), Of.Point->Handle,
              Of.Entries[0]};
  if (!collect(Start, O, All, 0) || All.empty())
    return false;
  std::set<Path> Arrays;
  bool Own =
      llvm::all_of(All, [&](const Given &G) { return ownPlace(G, Arrays); });
  if (Own && Arrays.size() == 1)
    return true;
  if (All.size() != 1 || !counts(All[0]))
    return false;
  // Run once, or one after the other: then no thread outlives a run.
  BodyId In = All[0].At.Body;
  auto Contexts = Roots.contexts(In);
  bool Outlives =
      llvm::any_of(Summaries[In.Index].Started,
                   [&](const Running &T) { return T.Spawn == Of.Spawn; });
  bool OneRoot = Contexts.size() == 1 && !Roots.root(Contexts[0].Root).Many &&
                 Roots.root(Contexts[0].Root).What != Root::Library;
  return runOnce(In) || (OneRoot && !Outlives);
}
