//===-- DeclaredFlow.cpp - The solver of declared capabilities ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/DeclaredFlow.h"

#include "analysis/FlowOrder.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::AnnotationKind;
using facts::BlockId;
using facts::CleanupKind;
using facts::Fact;
using facts::FactKind;
using facts::OperandKind;

const DeclaredCall *DeclaredResult::call(uint32_t Fact) const {
  auto It =
      llvm::lower_bound(Calls, Fact, [](const DeclaredCall &C, uint32_t F) {
        return C.Fact < F;
      });
  return It != Calls.end() && It->Fact == Fact ? &*It : nullptr;
}

DeclaredFlow::DeclaredFlow(const DeclaredInputs &In, BodyId Body)
    : In(In), Program(In.Program), Paths(In.Paths), Body(Body),
      Unit(Program.body(Body).Unit), Facts(Program.facts(Body)),
      Function(Program.body(Body).Function),
      View(Program, Paths, In.Graph, In.Summaries, Body),
      Ordinals(resultOrdinals(Facts)) {
  Places.resize(Facts.Paths.size());
  const link::FunctionSymbol &F = Program.function(Function);
  Constructs = F.has(facts::FnF_Constructor) || F.has(facts::FnF_Destructor);
}

void DeclaredFlow::run() {
  if (Facts.Blocks.empty() ||
      In.Declared.has(Function, AnnotationKind::NoAnalysis) ||
      isImplementation())
    return;
  Order = FlowOrder(Facts).reversePostOrder();
  findExpected();
  solve();
  if (Result.Cut)
    return;
  record();
  findDisagreements();
  summarise();
  llvm::sort(Result.Calls, [](const DeclaredCall &A, const DeclaredCall &B) {
    return A.Fact < B.Fact;
  });
}

/// What the attributes of the function say that its caller holds.
DeclaredState DeclaredFlow::entry() {
  State S;
  auto Add = [&](const Capability &C, bool Shared) {
    if (C.Any)
      S.Everything = Shared ? State::Reading : State::Writing;
    if (C.Negative || !C.Of)
      return;
    Path Of = capability(S, C.Of);
    if (C.Scope)
      tie(S, C, true, Shared);
    if (Paths.known(Of) && !S.hold(Of)) {
      Hold H;
      H.Of = Of;
      H.Shared = Shared;
      H.From = Hold::Entry;
      H.Declared = true;
      S.add(H);
    }
  };
  for (const DeclaredEffect &E : In.Declared.effects(Function))
    for (const Capability &C : E.Of)
      switch (E.Kind) {
      case AnnotationKind::Acquire:
      case AnnotationKind::AcquireShared:
      case AnnotationKind::Excludes:
        if (C.Scope)
          tie(S, C, false, false);
        break;
      case AnnotationKind::Requires:
      case AnnotationKind::Release:
      case AnnotationKind::ReleaseGeneric:
        Add(C, false);
        break;
      case AnnotationKind::RequiresShared:
      case AnnotationKind::ReleaseShared:
        Add(C, true);
        break;
      default:
        break;
      }
  return S;
}

/// A parameter is an object that looks after \p C.
void DeclaredFlow::tie(State &S, const Capability &C, bool Held,
                       bool Shared) const {
  ScopedObject Scope;
  Path Object = capability(S, C.Scope);
  if (const ScopedObject *Old = S.scope(Object))
    Scope = *Old;
  Scope.Object = Object;
  Scope.Declared = true;
  Scope.Of.push_back({capability(S, C.Of), Held, Shared, false});
  S.setScope(std::move(Scope));
}

void DeclaredFlow::solve() {
  BlockStates.assign(Facts.Blocks.size(), {});
  Pending.assign(Facts.Blocks.size(), {});
  addState(BlockId(0), entry(), ~0u);
  while (!Work.empty()) {
    uint32_t Block = Work.begin()->second;
    Work.erase(Work.begin());
    for (size_t I = 0; I < BlockStates[Block].size() && !Result.Cut; ++I)
      if (Pending[Block][I]) {
        Pending[Block][I] = false;
        Result.Cut |= Transfers > MaxDeclaredTransfers;
        runBlock(Block, BlockStates[Block][I]);
      }
    if (Result.Cut)
      return;
  }
}

void DeclaredFlow::record() {
  Recording = true;
  for (uint32_t B = 0; B < BlockStates.size(); ++B)
    for (const State &S : BlockStates[B])
      runBlock(B, S);
  if (Facts.Exit)
    for (const State &S : BlockStates[Facts.Exit.Index])
      checkEnd(S);
}

/// A name with a local variable in it: another object in the next round?
static bool namedByLocal(const PathTable &Paths, Path P) {
  for (Path Q = P; Q; Q = Paths[Q].Parent)
    if (Paths[Q].Kind == PathKind::Deref &&
        Paths[Paths[Q].Parent].Kind == PathKind::Local && Paths[Q].Version)
      return true;
  return false;
}

void DeclaredFlow::addState(BlockId B, State S, uint32_t From) {
  if (Recording)
    return;
  if (From != ~0u && Order[B.Index] <= Order[From])
    llvm::erase_if(S.Held, [&](const Hold &H) {
      bool Lost = H.From != Hold::Managed && namedByLocal(Paths, H.Of);
      S.Vague |= Lost;
      return Lost;
    });
  auto &Set = BlockStates[B.Index];
  auto &New = Pending[B.Index];
  // What is known tells ways apart, as long as there are few.
  const bool Few = Set.size() < MaxKnownApart;
  for (size_t I = 0; I < Set.size(); ++I)
    if (agree(Set[I], S) && (!Few || Set[I].Known == S.Known)) {
      if (analysis::join(Set[I], S)) {
        New[I] = true;
        Work.insert({Order[B.Index], B.Index});
      }
      return;
    }
  if (Set.size() >= MaxDeclaredStates) {
    Result.Cut = true;
    return;
  }
  Set.push_back(std::move(S));
  New.push_back(true);
  Work.insert({Order[B.Index], B.Index});
}

DeclaredFlow::States DeclaredFlow::only(State S) {
  States Result;
  Result.push_back(std::move(S));
  return Result;
}

/// Adds \p S, or makes it one with a state that holds the same.
void DeclaredFlow::merge(States &Into, State S) {
  const bool Few = Into.size() < MaxKnownApart;
  for (State &Old : Into)
    if (agree(Old, S) && (!Few || Old.Known == S.Known)) {
      analysis::join(Old, S);
      return;
    }
  Into.push_back(std::move(S));
}

void DeclaredFlow::runBlock(uint32_t Block, State Start) {
  const facts::Block &B = Facts.Blocks[Block];
  States Now = only(std::move(Start));
  for (uint32_t F = B.FirstFact; F < B.FirstFact + B.FactCount; ++F) {
    Transfers += Now.size();
    switch (Facts.Facts[F].Kind) {
    case FactKind::Assume:
    case FactKind::Switch:
      for (State &S : Now)
        branch(B, F, std::move(S));
      return;
    case FactKind::Throw:
      for (State &S : Now)
        unwind(F, std::move(S));
      return;
    case FactKind::Call:
    case FactKind::Construct:
    case FactKind::Destroy: {
      States Next;
      for (State &S : Now)
        for (State &T : call(F, std::move(S)))
          merge(Next, std::move(T));
      Now = std::move(Next);
      break;
    }
    default:
      for (State &S : Now)
        transfer(F, S);
    }
    if (Now.size() > MaxDeclaredStates) {
      Result.Cut = true;
      return;
    }
  }
  for (State &S : Now)
    for (BlockId Successor : B.Successors)
      addState(Successor, S, Block);
}

void DeclaredFlow::transfer(uint32_t Index, State &S) {
  const Fact &F = Facts.Facts[Index];
  switch (F.Kind) {
  case FactKind::Read:
  case FactKind::Write: {
    bool Write = F.Kind == FactKind::Write;
    checkAccess(Index, accessed(S, F.Path), Write,
                Write ? DeclaredIssue::Write : DeclaredIssue::Read, S);
    break;
  }
  case FactKind::Assign:
    assign(Index, S);
    break;
  case FactKind::Return:
    checkReturn(Index, S);
    if (F.OperandCount)
      S.Result = resolve(S, value(Facts.operands(F)[0]));
    break;
  default:
    break;
  }
}

/// An object is copied member by member: a closure, with what it has captured.
void DeclaredFlow::copyStores(Path From, Path To, State &S) const {
  if (!Paths.definite(From) || !Paths.definite(To) || From == To)
    return;
  std::vector<Store> Copied;
  for (const Store &St : S.Stores)
    if (St.Where != From && Paths.startsWith(St.Where, From))
      Copied.push_back({Paths.rebase(St.Where, From, To), St.What, 0});
  for (const Store &St : Copied)
    S.store(St);
}

void DeclaredFlow::assign(uint32_t Index, State &S) {
  const Fact &F = Facts.Facts[Index];
  const facts::Operand &O = Facts.operands(F)[0];
  Path Where = resolve(S, place(F.Path));
  if (!Paths.definite(Where))
    return;
  if (O.Kind == OperandKind::Object) {
    copyStores(resolve(S, place(O.path())), Where, S);
    return;
  }
  Value What = resolve(S, value(O));
  std::optional<bool> Truth;
  if (What.Kind == OperandKind::Load || What.Kind == OperandKind::Value) {
    TypeRef T = typeOf(Program, Paths, Where, Body);
    if (T && Program.unit(T.Unit).type(T.Type).Kind == facts::TypeKind::Bool)
      Truth = truth(S, What);
  }
  if (Truth) {
    lookAt(S, What);
    What = Value::constant(*Truth);
  }
  if (What.hasPath() || What.isConstant() || What.Kind == OperandKind::Value)
    S.store({Where, What, F.Detail});
  else
    S.forget(Where);
}

/// Which way a state goes, for toldApart().
void DeclaredFlow::noteBranch(uint32_t Block, const State &S, Value On) {
  Choice C;
  C.Truth = truth(S, On);
  for (const Hold &H : S.Held)
    C.Held.push_back(H.Of);
  Choices[Block].push_back(std::move(C));
}

void DeclaredFlow::branch(const facts::Block &B, uint32_t Index, State S) {
  const Fact &F = Facts.Facts[Index];
  auto Operands = Facts.operands(F);
  uint32_t Here = &B - Facts.Blocks.data();
  Value On = resolve(S, value(Operands[0]));
  if (Recording)
    noteBranch(Here, S, On);
  if (F.Kind == FactKind::Assume) {
    for (unsigned I = 0; I < B.Successors.size() && I < 2; ++I) {
      State T = S;
      if (assume(T, On, I == 0))
        addState(B.Successors[I], std::move(T), Here);
    }
    return;
  }
  lookAt(S, On);
  std::optional<int32_t> Number = constantOf(S, On);
  std::optional<bool> Truth = truth(S, On);
  bool Matched = false, ZeroIsCase = false;
  for (unsigned I = 0; I < B.Successors.size(); ++I) {
    bool Default = I + 1 >= Operands.size();
    State T = S;
    if (!Default && Operands[I + 1].Kind == OperandKind::Constant) {
      int32_t Case = Operands[I + 1].constant();
      ZeroIsCase |= Case == 0;
      if ((Number && *Number != Case) || (Truth && *Truth != (Case != 0)))
        continue;
      Matched |= Number.has_value();
      if (!Truth && On.Kind == OperandKind::Load)
        T.learn(On, Case != 0);
    } else if (Default && (Matched || (Truth && !*Truth && ZeroIsCase))) {
      continue;
    }
    addState(B.Successors[I], std::move(T), Here);
  }
}

/// What the code throws itself goes to the handlers; guards on the way die.
void DeclaredFlow::unwind(uint32_t Fact, State S) {
  facts::CleanupId C = Facts.Facts[Fact].Unwind;
  for (size_t Steps = 0; C && Steps <= Facts.Cleanups.size(); ++Steps) {
    const facts::Cleanup &Cleanup = Facts.Cleanups[C.Index];
    if (Cleanup.Kind == CleanupKind::Exit)
      return;
    if (Cleanup.Kind == CleanupKind::Destroy)
      scopeDies(Fact, resolve(S, place(Cleanup.Object)), S);
    if (Cleanup.Kind == CleanupKind::Handlers) {
      for (BlockId H : Cleanup.Handlers)
        addState(H, S, ~0u);
      if (Cleanup.CatchesAll || !Cleanup.Handlers.empty())
        return;
    }
    C = Cleanup.Next;
  }
}
