//===-- DeclaredGuards.cpp - What is declared of locks, and broken --------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/DeclaredGuards.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::FactKind;
using facts::OperandKind;

/// Calls between a lock and what it is for, at most.
static constexpr size_t MaxChain = 8;

llvm::ArrayRef<DeclaredGuard> DeclaredGuards::guards(LockKey Data) const {
  switch (Data.What) {
  case LockKey::Field:
    return Declared.guards(link::FieldSym(Data.Number));
  case LockKey::Variable:
    return Declared.guards(link::VariableSym(Data.Number));
  default:
    return {};
  }
}

DeclaredGuards::DeclaredGuards(const link::Program &Program, PathTable &Paths,
                               const CallGraph &Graph,
                               const std::vector<Summary> &Summaries,
                               const ObjectPointers &Pointers)
    : Program(Program), Paths(Paths), Graph(Graph), Summaries(Summaries),
      Pointers(Pointers), Declared(Program, Paths, Summaries) {
  if (!Declared.any())
    return;
  Known.resize(Program.bodies().size());
  Results.resize(Program.bodies().size());
  DeclaredInputs In{Program,  Paths,    Graph, Summaries,
                    Declared, Pointers, Known};
  for (uint32_t C = 0; C < Graph.componentCount(); ++C)
    for (BodyId B : Graph.component(C)) {
      Program.trim();
      if (!matters(B))
        continue;
      DeclaredFlow Flow(In, B);
      Flow.run();
      Known[B.Index] = Flow.takeSummary();
      Results[B.Index] = Flow.takeResult();
      Cuts += Results[B.Index].Cut;
    }
  findThreadEntries();
  for (uint32_t B = 0; B < Results.size(); ++B) {
    Program.trim();
    for (const DeclaredIssue &I : Results[B].Issues)
      judge(BodyId(B), I);
  }
}

/// Does \p B take, need or touch anything of which this is about?
bool DeclaredGuards::matters(BodyId B) const {
  const link::Body &Body = Program.body(B);
  if (!Declared.effects(Body.Function).empty() ||
      Graph.has(B, CallGraph::MakesCallable))
    return true;
  for (const CallSite &Site : Graph.sites(B)) {
    if (Site.Targets.Named && !Declared.effects(Site.Targets.Named).empty())
      return true;
    if (Site.Model)
      for (const models::Effect &E : Site.Model->Effects)
        if (E.Kind < models::EffectKind::Wait)
          return true;
    for (BodyId Target : Site.Targets.Bodies)
      if (!Known[Target.Index].inert())
        return true;
  }
  const facts::FunctionBody &Facts = *Body.Facts;
  for (const facts::PathNode &N : Facts.Paths) {
    if (N.Kind == PathKind::Field &&
        !Declared.guards(Program.symbol(Body.Unit, facts::FieldId(N.Number)))
             .empty())
      return true;
    if (N.Kind == PathKind::Global &&
        !Declared.guards(Program.symbol(Body.Unit, facts::VariableId(N.Number)))
             .empty())
      return true;
  }
  return Program.function(Body.Function).has(facts::FnF_Constructor);
}

void DeclaredGuards::findThreadEntries() {
  OnThread.resize(Program.bodies().size());
  for (uint32_t B = 0; B < Program.bodies().size(); ++B)
    for (const CallSite &Site : Graph.sites(BodyId(B)))
      for (const Invocation &I : Site.Invocations)
        if (I.Kind == Invocation::Thread)
          for (BodyId Target : I.Targets)
            OnThread[Target.Index] = true;
}

void DeclaredGuards::judge(BodyId B, const DeclaredIssue &I) {
  Chain C;
  if (I.ByCaller && callersHold(B, I.Of, I.NeedsExclusive, {}, C))
    return;
  Found.push_back({B, I, C.AnyHolds ? C.Without : Site()});
}

/// What \p Stores know of the pointers in \p P.
Path DeclaredGuards::resolve(llvm::ArrayRef<Store> Stores, Path P) const {
  return Pointers.follow(P, [&](Path Place, uint32_t) {
    auto St =
        llvm::find_if(Stores, [&](const Store &S) { return S.Where == Place; });
    return St == Stores.end() ? Path() : pointeeOf(Paths, *St);
  });
}

/// A part of the object that \p B makes or destroys.
bool DeclaredGuards::ownObject(BodyId B, Path Of) const {
  const link::FunctionSymbol &F = Program.function(Program.body(B).Function);
  if (!F.has(facts::FnF_Constructor) && !F.has(facts::FnF_Destructor))
    return false;
  Path This = Paths.deref(Paths.root(PathKind::Parameter, 0));
  return Paths.startsWith(Of, This);
}

/// Is there a caller of \p B, and does whoever calls it hold \p Of?
/// \p Below: what the functions between hold, in terms of \p B.
bool DeclaredGuards::callersHold(BodyId B, Path Of, bool Exclusive,
                                 llvm::ArrayRef<Hold> Below, Chain &C) {
  auto Callers = Graph.callers(B);
  ProgramPath Root = Paths.rootOf(Of);
  bool Nameable =
      Root.Kind == PathKind::Parameter || Root.Kind == PathKind::Global;
  if (Callers.empty() || !Nameable || OnThread[B.Index] ||
      C.Bodies.size() >= MaxChain)
    return false;
  if (llvm::is_contained(C.Bodies, B))
    return true; // It calls itself: the others decide.
  C.Bodies.push_back(B);
  bool All = true, Real = false;
  for (const CallGraph::Caller &Caller : Callers) {
    if (llvm::is_contained(C.Bodies, Caller.Body))
      continue;
    Real = true;
    bool Holds = callerHolds(Caller, B, Of, Exclusive, Below, C);
    C.AnyHolds |= Holds;
    if (!Holds && !C.Without)
      C.Without = {Caller.Body, Caller.Fact};
    All &= Holds;
  }
  C.Bodies.pop_back();
  return All && Real;
}

bool DeclaredGuards::callerHolds(const CallGraph::Caller &Caller, BodyId B,
                                 Path Of, bool Exclusive,
                                 llvm::ArrayRef<Hold> Below, Chain &C) {
  BodyView View(Program, Paths, Graph, Summaries, Caller.Body);
  const facts::Fact &F = View.fact(Caller.Fact);
  const CallSite *Site = Graph.site(Caller.Body, Caller.Fact);
  llvm::SmallVector<Value, 4> Arguments = View.arguments(F);
  if (Site && !llvm::is_contained(Site->Targets.Bodies, B)) {
    // A callable that the call runs.
    Arguments.clear();
    for (const Invocation &I : Site->Invocations)
      if (llvm::is_contained(I.Targets, B)) {
        if (I.CallableIsObject) {
          Value V = View.value(I.Callable);
          if (V.hasPath())
            V = Value::address(V.Kind == OperandKind::Load ? Paths.pointee(V)
                                                           : V.path());
          Arguments.push_back(V);
        }
        for (const facts::Operand &O : I.Arguments)
          Arguments.push_back(View.value(O));
        break;
      }
  }
  Binding Bound{Arguments, Path()};
  const DeclaredCall *Call = Results[Caller.Body.Index].call(Caller.Fact);
  llvm::ArrayRef<Store> Stores =
      Call ? llvm::ArrayRef(Call->Stores) : llvm::ArrayRef<Store>();
  auto Mine = [&](Path P) {
    return asCapability(Paths, resolve(Stores, substitute(Paths, P, Bound)));
  };
  Path Here = Mine(Of);
  if (!Paths.known(Here))
    return false;
  std::vector<Hold> Held;
  if (Call)
    Held = Call->Held;
  for (Hold H : Below) {
    H.Of = Mine(H.Of);
    if (Paths.known(H.Of))
      Held.push_back(H);
  }
  for (const Hold &H : Held)
    if (H.Of == Here && !(Exclusive && H.Shared))
      return true;
  if (ownObject(Caller.Body, Here))
    return true;
  if (Declared.has(Program.body(Caller.Body).Function,
                   facts::AnnotationKind::NoAnalysis))
    return true; // It says that it knows better.
  return callersHold(Caller.Body, Here, Exclusive, Held, C);
}
