//===-- CallGraph.cpp - Who calls whom, over the whole program ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/CallGraph.h"

#include "analysis/Destruction.h"
#include "analysis/FlowOrder.h"
#include "analysis/StaticInitialisers.h"
#include "support/Sorted.h"

#include <algorithm>
#include <map>
#include <numeric>

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::Operand;
using facts::OperandKind;
using link::FunctionSym;
using models::Effect;
using models::EffectKind;

CallGraph::CallGraph(const link::Program &Program, const Callables &Callables,
                     const models::Catalogue &Models)
    : Program(Program), Stored(Callables), Models(Models) {
  Sites.resize(Program.bodies().size());
  for (uint32_t B = 0; B < Program.bodies().size(); ++B) {
    Program.trim();
    addBody(BodyId(B));
  }
  std::sort(Unwinding.begin(), Unwinding.end());
  auto Callees = [&](uint32_t B) { return callees(BodyId(B)); };
  Connected = support::Components(Sites.size(), Callees);
  // So that a unit is decoded a few times, not once for each of its functions.
  Connected.cluster(
      Callees, [&](uint32_t B) { return Program.body(BodyId(B)).Unit.Index; });
  findCallers();
}

bool CallSite::has(std::initializer_list<models::EffectKind> Kinds) const {
  return Model && llvm::any_of(Model->Effects, [&](const models::Effect &E) {
           return llvm::is_contained(Kinds, E.Kind);
         });
}

uint32_t CallSite::choices() const {
  uint32_t N = std::max<uint32_t>(
      1, Targets.Bodies.size() +
             (!Targets.Bodies.empty() && (Targets.Unresolved || Model)));
  for (const Invocation &I : Invocations)
    N = std::max<uint32_t>(N,
                           I.Targets.size() + (I.Kind == Invocation::Perhaps));
  return N;
}

void CallGraph::addBody(BodyId B) {
  const facts::FunctionBody &Facts = Program.facts(B);
  for (uint32_t I = 0; I < Facts.Facts.size(); ++I)
    switch (Facts.Facts[I].Kind) {
    case FactKind::Call:
    case FactKind::Construct:
    case FactKind::Destroy:
      addSite(B, I);
      break;
    default:
      break;
    }
  Sites[B.Index].shrink_to_fit();
  addUnwinding(B);
  Traits.push_back(traitsOf(B));
  addWrites(B);
}

/// Also what is given away to be written: `scanf("%d", &w->n)`.
void CallGraph::addWrites(BodyId B) {
  const facts::FunctionBody &Facts = Program.facts(B);
  link::UnitId Unit = Program.body(B).Unit;
  if (Program.function(Program.body(B).Function).has(facts::FnF_Constructor))
    return;
  auto Add = [&](facts::PathId P) {
    while (P && (Facts.path(P).Kind == facts::PathKind::Deref ||
                 isElementStep(Facts.path(P).Kind)))
      P = Facts.path(P).Parent;
    if (!P || Facts.path(P).Kind != facts::PathKind::Field)
      return;
    auto [It, New] = Writers.try_emplace(
        Program.symbol(Unit, facts::FieldId(Facts.path(P).Number)), B);
    if (!New && It->second != B)
      It->second = BodyId();
  };
  for (const Fact &F : Facts.Facts) {
    if (F.Kind == FactKind::Write || F.Kind == FactKind::Assign)
      Add(F.Path);
    if (F.Kind == FactKind::Call)
      for (const Operand &O : Facts.operands(F))
        if (O.Kind == OperandKind::Address)
          Add(O.path());
  }
}

bool CallGraph::writtenElsewhere(link::FieldSym F, BodyId B) const {
  auto It = Writers.find(F);
  return It != Writers.end() && It->second != B;
}

uint8_t CallGraph::traitsOf(BodyId B) {
  const facts::FunctionBody &Facts = Program.facts(B);
  const facts::TranslationUnit &Unit = Program.unit(Program.body(B).Unit);
  uint8_t Result = 0;
  for (const Fact &F : Facts.Facts)
    if (F.Kind == FactKind::Assign) {
      const facts::PathNode &Place = Facts.path(F.Path);
      if (Place.Kind != facts::PathKind::Field)
        continue;
      const facts::Field &Field = Unit.field(facts::FieldId(Place.Number));
      Result |= AssignsField;
      if (Unit.record(Field.Owner).Flags & facts::RF_Lambda)
        Result |= AssignsCapture;
    } else if (F.Kind == FactKind::Read || F.Kind == FactKind::Write) {
      if (Facts.path(Facts.root(F.Path)).Kind == facts::PathKind::Global)
        Result |= TouchesGlobal;
    }
  if (doomedFacts(Facts).any())
    Result |= EndsProgram;
  for (const Operand &O : Facts.Operands)
    if (O.Kind == OperandKind::Function) {
      Taken.insert(Program.symbol(Program.body(B).Unit, O.function()));
      Result |= MakesCallable;
    }
  auto IsClosure = [](const Fact &F) { return F.Kind == FactKind::Closure; };
  if (llvm::any_of(Facts.Facts, IsClosure))
    Result |= MakesCallable;
  if (!staticInitialisers(Program, B).empty())
    Result |= InitialisesStatic;
  return Result;
}

/// Destructors that run only when something throws.
void CallGraph::addUnwinding(BodyId B) {
  link::UnitId U = Program.body(B).Unit;
  for (const facts::Cleanup &C : Program.facts(B).Cleanups)
    if (C.Kind == facts::CleanupKind::Destroy && C.Destructor)
      for (BodyId D : Program.bodiesFor(U, Program.symbol(U, C.Destructor)))
        if (Unwinding.empty() || Unwinding.back() != std::pair(B, D))
          Unwinding.push_back({B, D});
}

void CallGraph::addSite(BodyId B, uint32_t Index) {
  const link::Body &Body = Program.body(B);
  const Fact &F = Body.Facts->Facts[Index];
  CallSite S;
  S.Fact = Index;
  if (F.Flags & facts::FF_Indirect) {
    CallableSet Set = Stored.resolve(B, Body.Facts->operands(F)[0]);
    S.Targets.Bodies = bodies(B, Set);
    S.Targets.Cut = Set.Cut;
    S.Targets.Unresolved = S.Targets.Bodies.empty();
    if (Set.Functions.size() == 1)
      S.Targets.Named = Set.Functions[0];
    if (S.Targets.Bodies.empty() && S.Targets.Named)
      S.Model = Program.function(S.Targets.Named).Model;
    else if (Set.Functions.empty() && !Set.Cut)
      S.Model = modelOfPointer(B, Body.Facts->operands(F)[0]);
  } else if (F.Callee) {
    FunctionSym Callee = Program.symbol(Body.Unit, F.Callee);
    S.Model = Program.function(Callee).Model;
    S.Targets.Named = Callee;
    if (F.Flags & facts::FF_Virtual) {
      S.Targets = virtualTargets(Body.Unit, Callee);
      // Besides the overriders, the library's own, of which the model speaks.
      S.Targets.Unresolved &= !S.Model || S.Targets.Cut;
    } else if (!S.Model) {
      S.Targets.Bodies.assign(Program.bodiesFor(Body.Unit, Callee));
      // Implicit members without a body do nothing of their own.
      S.Targets.Unresolved = S.Targets.Bodies.empty() &&
                             !Program.function(Callee).has(facts::FnF_Implicit);
    }
  }
  if (S.Model)
    addModelled(B, F, S);
  else if (S.Targets.Unresolved)
    addPerhaps(B, F, S);
  if (F.Kind == FactKind::Call || F.Callee) {
    ++Count.Calls;
    Count.Unresolved += S.Targets.Unresolved && (!S.Model || S.Targets.Cut);
    Count.Cut += S.Targets.Cut;
  }
  Sites[B.Index].push_back(std::move(S));
}

/// A library may be reached through global pointers that are called like its
/// functions and set when it is loaded.
const models::FunctionModel *CallGraph::modelOfPointer(BodyId B,
                                                       const Operand &O) const {
  const link::Body &Body = Program.body(B);
  if (O.Kind != OperandKind::Load)
    return nullptr;
  const facts::PathNode &N = Body.Facts->path(O.path());
  if (N.Kind != PathKind::Global)
    return nullptr;
  const link::VariableSymbol &V =
      Program.variable(Program.symbol(Body.Unit, facts::VariableId(N.Number)));
  const models::FunctionModel *M = Models.function(V.Qualified, {});
  return M && M->Where.Distinct ? M : nullptr;
}

llvm::SmallVector<BodyId, 2> CallGraph::bodies(BodyId From,
                                               const CallableSet &S) const {
  llvm::SmallVector<BodyId, 2> Result;
  for (FunctionSym F : S.Functions)
    for (BodyId B : Program.bodiesFor(Program.body(From).Unit, F))
      Result.push_back(B);
  return Result;
}

static bool isObject(const Operand &O) {
  return O.Kind != OperandKind::Function;
}

void CallGraph::addModelled(BodyId B, const Fact &F, CallSite &S) {
  for (const Effect &E : S.Model->Effects)
    switch (E.Kind) {
    case EffectKind::Spawn:
    case EffectKind::Invoke:
    case EffectKind::InvokeOnce:
    case EffectKind::InvokeHeld:
      addInvocation(B, F, E, S);
      break;
    case EffectKind::Interrupts:
    case EffectKind::AtExit:
      addHandler(B, F, E, S);
      break;
    case EffectKind::Constructs:
      addElementConstruction(B, F, E, S);
      break;
    case EffectKind::Destroys:
      addDestruction(B, F, E, S);
      break;
    case EffectKind::Uses:
      addPerhaps(B, F, S);
      break;
    default:
      break;
    }
}

bool analysis::isExcluded(const link::Program &Program, BodyId B, const Fact &F,
                          const Effect &E) {
  if (!E.Given)
    return false;
  const Operand *O =
      select(Program, B, F, {models::SelectorKind::Argument, E.Given->Index});
  return O && O->Kind == OperandKind::Constant &&
         (O->constant() == E.Given->Value) != E.Given->Equal;
}

void CallGraph::addInvocation(BodyId B, const Fact &F, const Effect &E,
                              CallSite &S) {
  if (isExcluded(Program, B, F, E))
    return;
  Invocation I;
  I.Kind = E.Kind == EffectKind::Spawn ? Invocation::Thread : Invocation::Now;
  I.Effect = &E;
  llvm::SmallVector<Operand, 4> Operands = selectAll(Program, B, F, E.Operands);
  CallableSet Set;
  if (E.Kind == EffectKind::InvokeHeld) {
    const Operand *On = select(Program, B, F, E.On);
    if (!On || !On->hasPath())
      return;
    Set = Stored.stored(B, On->path());
    I.Callable = *On;
    I.Arguments.assign(Operands.begin(), Operands.end());
  } else {
    unsigned At = E.Kind == EffectKind::InvokeOnce ? 1 : 0;
    if (Operands.size() <= At)
      return;
    I.Callable = Operands[At];
    Set = Stored.resolve(B, I.Callable);
    I.Arguments.append(Operands.begin() + At + 1, Operands.end());
  }
  I.Targets = bodies(B, Set);
  I.CallableIsObject = isObject(I.Callable);
  S.Targets.Cut |= Set.Cut;
  if (I.Targets.empty() && Set.Functions.empty()) {
    ++Count.Calls;
    ++Count.Unresolved;
  }
  S.Invocations.push_back(std::move(I));
}

/// Does the program raise the signal itself, by a fault or by abort()? Its
/// handler is part of a crash. The numbers are those of Linux.
static bool isCrash(int64_t Signal) {
  switch (Signal) {
  case 4:  // SIGILL
  case 5:  // SIGTRAP
  case 6:  // SIGABRT
  case 7:  // SIGBUS
  case 8:  // SIGFPE
  case 11: // SIGSEGV
  case 31: // SIGSYS
    return true;
  default:
    return false;
  }
}

/// A function that runs by itself some time. Constants (SIG_IGN) are none. Of
/// the signals in a table, some are crashes.
void CallGraph::addHandler(BodyId B, const Fact &F, const Effect &E,
                           CallSite &S) {
  const facts::FunctionBody &Facts = Program.facts(B);
  const Operand *O = select(Program, B, F, E.Operands[0]);
  if (!O || O->Kind == OperandKind::Constant)
    return;
  if (E.Operands.size() > 1) {
    const Operand *Signal = select(Program, B, F, E.Operands[1]);
    bool Passed = Signal && Signal->hasPath() &&
                  Facts.path(Signal->path()).Kind == facts::PathKind::Parameter;
    bool Known = Signal && Signal->Kind == OperandKind::Constant;
    if ((!Known && !Passed) || (Known && isCrash(Signal->constant())))
      return;
  }
  Invocation I;
  I.Kind = Invocation::Thread;
  I.Effect = &E;
  I.Callable = *O;
  CallableSet Set = Stored.resolve(B, *O);
  if (Set.Functions.empty())
    Set = membersOf(B, F, *O);
  I.Targets = bodies(B, Set);
  if (!I.Targets.empty())
    S.Invocations.push_back(std::move(I));
}

/// The functions that the members of a structure are at the call \p Of: as far
/// as this body has stored them there before, the last in each, else those that
/// such members are anywhere.
CallableSet CallGraph::membersOf(BodyId B, const Fact &Of,
                                 const Operand &O) const {
  const facts::FunctionBody &Facts = Program.facts(B);
  CallableSet Here;
  if (!O.hasPath())
    return Here;
  auto IsInside = [&](facts::PathId P) {
    while (P && P != O.path())
      P = Facts.path(P).Parent;
    return bool(P);
  };
  std::map<facts::PathId, const Fact *> Last;
  for (const Fact &F : Facts.Facts) {
    if (&F == &Of)
      break;
    if (F.Kind == FactKind::Assign && F.Path != O.path() && IsInside(F.Path))
      Last[F.Path] = &F;
  }
  for (auto [Member, F] : Last)
    for (FunctionSym To : Stored.resolve(B, Facts.operands(*F)[0]).Functions)
      support::insertSorted(Here.Functions, To);
  if (!Last.empty()) // It may be SIG_DFL.
    return Here;
  TypeRef T = typeOf(Program, B, O.path());
  if (O.Kind == OperandKind::Load)
    T = pointeeType(Program, T);
  return Stored.members(classOf(Program, T));
}

/// `threads.emplace_back(f, x)` runs the constructor `thread(f, x)`: its model
/// tells what that does. Of a class of the user's, its body does.
void CallGraph::addElementConstruction(BodyId B, const Fact &F,
                                       const Effect &Makes, CallSite &S) {
  if (const models::FunctionModel *M =
          elementConstructor(Program, Models, B, F, *S.Model)) {
    for (const Effect &E : M->Effects)
      if (E.Kind == EffectKind::Spawn || E.Kind == EffectKind::Invoke)
        addInvocation(B, F, E, S);
    return;
  }
  link::RecordSym Element = constructedElement(Program, B, F, Makes);
  if (!Element || Program.record(Element).Model)
    return;
  Invocation I;
  I.Effect = &Makes;
  I.Makes = true;
  I.Arguments.assign(selectAll(Program, B, F, Makes.Operands));
  for (FunctionSym C : Stored.constructors(Element)) {
    const facts::Function &Decl = Program.decl(C);
    if (Decl.Parameters.size() == I.Arguments.size() &&
        !(Decl.Flags & facts::FnF_MoveOrCopy))
      for (BodyId Body : Program.bodiesFor(Program.body(B).Unit, C))
        I.Targets.push_back(Body);
  }
  if (!I.Targets.empty())
    S.Invocations.push_back(std::move(I));
}

/// No object is just of an abstract class: its destructor is run by others.
link::CallTargets CallGraph::virtualTargets(link::UnitId From,
                                            FunctionSym Named) const {
  link::CallTargets T = Program.virtualTargets(From, Named, MaxVirtualTargets);
  const link::FunctionSymbol &F = Program.function(Named);
  if (T.Bodies.size() > 1 && F.has(facts::FnF_Destructor) && F.Owner &&
      Program.record(F.Owner).Flags & facts::RF_Abstract)
    llvm::erase_if(T.Bodies,
                   [&](BodyId B) { return Program.body(B).Function == Named; });
  return T;
}

/// `jobs_.clear()` runs the destructors of the elements.
void CallGraph::addDestruction(BodyId B, const Fact &F, const Effect &E,
                               CallSite &S) {
  const Operand *Holder = select(Program, B, F, E.Operands[0]);
  if (!Holder || !Holder->hasPath())
    return;
  Destroyed D = destroyedBy(
      Program, Models, E, classOf(Program, typeOf(Program, B, Holder->path())));
  if (!D.Class || Program.record(D.Class).Model)
    return;
  FunctionSym Destructor = destructorOf(Program, D.Class);
  if (!Destructor)
    return;
  link::UnitId Unit = Program.body(B).Unit;
  Invocation I;
  I.Kind = D.Shared ? Invocation::Perhaps : Invocation::Now;
  I.Effect = &E;
  I.Callable = *Holder;
  if (Program.function(Destructor).has(facts::FnF_Virtual)) {
    link::CallTargets T = virtualTargets(Unit, Destructor);
    I.Targets = std::move(T.Bodies);
    S.Targets.Cut |= T.Cut;
  } else {
    I.Targets.assign(Program.bodiesFor(Unit, Destructor));
  }
  if (!I.Targets.empty())
    S.Invocations.push_back(std::move(I));
}

/// Code out of sight may call what it is given.
void CallGraph::addPerhaps(BodyId B, const Fact &F, CallSite &S) {
  auto Operands = Program.facts(B).operands(F);
  bool Method =
      F.Callee && Program.unit(Program.body(B).Unit).function(F.Callee).Flags &
                      facts::FnF_Method;
  for (size_t N = Method; N < Operands.size(); ++N) {
    if (Operands[N].hasPath() && !Stored.callable(B, Operands[N].path()))
      continue;
    CallableSet Set = Stored.resolve(B, Operands[N]);
    Invocation I;
    I.Kind = Invocation::Perhaps;
    I.Targets = bodies(B, Set);
    I.Callable = Operands[N];
    I.CallableIsObject = isObject(I.Callable);
    if (!I.Targets.empty())
      S.Invocations.push_back(std::move(I));
  }
}

const CallSite *CallGraph::site(BodyId B, uint32_t Fact) const {
  const auto &V = Sites[B.Index];
  auto It = std::lower_bound(
      V.begin(), V.end(), Fact,
      [](const CallSite &S, uint32_t F) { return S.Fact < F; });
  return It != V.end() && It->Fact == Fact ? &*It : nullptr;
}

support::Components::Nodes CallGraph::callees(BodyId B) const {
  support::Components::Nodes Result;
  auto Add = [&](llvm::ArrayRef<BodyId> Targets) {
    for (BodyId T : Targets)
      Result.push_back(T.Index);
  };
  for (const CallSite &S : Sites[B.Index]) {
    Add(S.Targets.Bodies);
    for (const Invocation &I : S.Invocations)
      if (I.Kind != Invocation::Thread)
        Add(I.Targets);
  }
  auto It = std::lower_bound(Unwinding.begin(), Unwinding.end(),
                             std::pair(B, BodyId(0)));
  for (; It != Unwinding.end() && It->first == B; ++It)
    Result.push_back(It->second.Index);
  std::sort(Result.begin(), Result.end());
  Result.erase(std::unique(Result.begin(), Result.end()), Result.end());
  return Result;
}

void CallGraph::findCallers() {
  // First how many each has, then who they are, in order.
  std::vector<Caller> Last(Sites.size());
  auto ForEachCall = [&](auto Note) {
    std::fill(Last.begin(), Last.end(), Caller{BodyId(), 0});
    for (uint32_t B = 0; B < Sites.size(); ++B)
      for (const CallSite &S : Sites[B]) {
        auto Add = [&](BodyId Target) {
          Caller &Before = Last[Target.Index];
          if (Before.Body != BodyId(B) || Before.Fact != S.Fact)
            Note(Target, Before = {BodyId(B), S.Fact});
        };
        for (BodyId T : S.Targets.Bodies)
          Add(T);
        for (const Invocation &I : S.Invocations)
          if (I.Kind != Invocation::Thread)
            for (BodyId T : I.Targets)
              Add(T);
      }
  };
  std::vector<uint32_t> Next(Sites.size() + 1);
  ForEachCall([&](BodyId Target, Caller) { ++Next[Target.Index + 1]; });
  std::partial_sum(Next.begin(), Next.end(), Next.begin());
  FirstCaller = Next;
  Callers.resize(Next.back());
  ForEachCall(
      [&](BodyId Target, Caller C) { Callers[Next[Target.Index]++] = C; });
}

std::vector<std::pair<FunctionSym, unsigned>> CallGraph::unmodelled() const {
  std::map<FunctionSym, unsigned> Counts;
  for (const auto &V : Sites)
    for (const CallSite &S : V)
      if (S.Targets.Unresolved && !S.Model && S.Targets.Named)
        ++Counts[S.Targets.Named];
  return {Counts.begin(), Counts.end()};
}
