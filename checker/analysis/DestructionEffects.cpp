//===-- DestructionEffects.cpp - Containers and owners let go -------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of LockFlow: what runs when a container or owning pointer destroys what
// it holds. Whether it holds anything is not tracked; where the function shows
// that it does not (moved out, copied by somebody who shares it, assigned where
// it was found empty) nothing is taken to run.
//
//===----------------------------------------------------------------------===//

#include "analysis/LockFlow.h"
#include "support/Sorted.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::OperandKind;
using models::Effect;
using models::EffectKind;
using support::insertSorted;

Destroyed LockFlow::destroyedAt(uint32_t Fact, const Effect &E) const {
  const facts::Operand *Holder =
      select(Program, Body, Facts.Facts[Fact], E.Operands[0]);
  if (!Holder || !Holder->hasPath())
    return {};
  return destroyedBy(Program, In.Models, E,
                     classOf(Program, typeOf(Program, Body, Holder->path())));
}

/// `take(std::move(p))`, `auto p = std::move(q.front())`, `f(p)` by value.
void LockFlow::findGivenAway() {
  if (llvm::none_of(In.Graph.sites(Body), [](const CallSite &Site) {
        return llvm::any_of(Site.Invocations, [](const Invocation &I) {
          return I.Effect && I.Effect->Kind == EffectKind::Destroys;
        });
      }))
    return;
  const facts::TranslationUnit &Unit = Program.unit(Program.body(Body).Unit);
  for (const CallSite &Site : In.Graph.sites(Body)) {
    const Fact &F = Facts.Facts[Site.Fact];
    if (!F.Callee || F.Kind == FactKind::Destroy ||
        Site.has({EffectKind::Swap}))
      continue;
    const facts::Function &Callee = Unit.function(F.Callee);
    auto Operands = Facts.operands(F);
    size_t Shift =
        F.Kind == FactKind::Construct || (Callee.Flags & facts::FnF_Method);
    bool Tests =
        Callee.Result && Unit.type(Callee.Result).Kind == facts::TypeKind::Bool;
    for (size_t I = 0; I < Operands.size(); ++I) {
      Value V = View.value(Operands[I]);
      if (V.Kind != OperandKind::Address && V.Kind != OperandKind::Object)
        continue;
      Path P = throughWalkers(Paths, Walking, V.path());
      if (Tests)
        insertSorted(Tested, P);
      if (I < Shift || I - Shift >= Callee.Parameters.size() ||
          !Callee.Parameters[I - Shift])
        continue;
      const facts::Type &T = Unit.type(Callee.Parameters[I - Shift]);
      bool Moved = V.Kind == OperandKind::Object ||
                   T.Kind == facts::TypeKind::RvalueReference;
      link::RecordSym R = classOf(Program, typeOf(Program, Paths, P, Body));
      const models::TypeModel *M = R ? Program.record(R).Model : nullptr;
      bool Owner = M && (M->Role == models::TypeRole::Pointer ||
                         M->Role == models::TypeRole::Container);
      bool Copied = Owner && T.Kind == facts::TypeKind::Reference &&
                    (M->Shared || !Unit.type(T.Element).Const);
      if (Moved || Copied)
        insertSorted(GivenAway, P);
    }
  }
}

/// Was the local pointer \p P given an object that nobody else had before?
bool LockFlow::ownsAlone(Path P) {
  const facts::TranslationUnit &Unit = Program.unit(Program.body(Body).Unit);
  for (const CallSite &Site : In.Graph.sites(Body)) {
    const Fact &F = Facts.Facts[Site.Fact];
    if (F.Kind == FactKind::Call && F.Path && View.path(F.Path) == P)
      return Site.has({EffectKind::Constructs});
    auto Operands = Facts.operands(F);
    if (F.Kind != FactKind::Construct || Operands.empty() || !F.Callee ||
        View.value(Operands[0]) != Value::address(P))
      continue;
    const auto &Parameters = Unit.function(F.Callee).Parameters;
    return !Parameters.empty() && Parameters[0] &&
           (Site.has({EffectKind::PointsTo}) ||
            Unit.type(Parameters[0]).Kind == facts::TypeKind::RvalueReference);
  }
  return false;
}

/// `handle_ = std::make_unique<Handle>(id)`: most often the first it gets.
bool LockFlow::getsFresh(uint32_t Index) {
  auto Operands = Facts.operands(Facts.Facts[Index]);
  Value From = View.value(Operands.back());
  return From.hasPath() && isLocalObject(From.path()) && ownsAlone(From.path());
}

/// `if (conn) … conn = open();`, `conn->close(); conn = open();`: there is an
/// object to be destroyed.
bool LockFlow::holdsSomething(uint32_t Index, Path Holder, const State &S) {
  link::RecordSym R = classOf(Program, typeOf(Program, Paths, Holder, Body));
  const models::TypeModel *M = R ? Program.record(R).Model : nullptr;
  if (!M || M->Role != models::TypeRole::Pointer)
    return false;
  Path Content = Paths.deref(Holder);
  const facts::Block &Here = Facts.Blocks[blockOf(Index)];
  const facts::TranslationUnit &Unit = Program.unit(Program.body(Body).Unit);
  for (const CallSite &Site : In.Graph.sites(Body)) {
    const Fact &F = Facts.Facts[Site.Fact];
    auto Operands = Facts.operands(F);
    if (F.Kind != FactKind::Call || !F.Callee || Operands.empty())
      continue;
    const facts::Function &Callee = Unit.function(F.Callee);
    if (!(Callee.Flags & facts::FnF_Method))
      continue;
    Value This = View.value(Operands[0]);
    if (This == Value::address(Holder)) { // Its operator bool
      if (F.Path && Operands.size() == 1 && Callee.Result &&
          Unit.type(Callee.Result).Kind == facts::TypeKind::Bool &&
          S.truth(Value::load(View.path(F.Path))) == true)
        return true;
    } else if (This.Kind == OperandKind::Address && Site.Fact < Index &&
               Site.Fact >= Here.FirstFact &&
               Paths.startsWith(This.path(), Content)) {
      return true;
    }
  }
  return false;
}

/// Can it be seen that \p Holder is empty, or not the last to own, when the
/// call at \p Index makes it destroy what it holds?
bool LockFlow::holdsNothing(uint32_t Index, const CallSite &Site,
                            const Invocation &I, Path Holder, const State &S) {
  const Fact &F = Facts.Facts[Index];
  if (llvm::any_of(GivenAway, [&](Path P) {
        return Paths.known(P) && Paths.startsWith(P, Holder);
      }))
    return true;
  bool Local = isLocalObject(Holder);
  bool Made = Program.function(Program.body(Body).Function)
                  .has(facts::FnF_Constructor) &&
              Paths.isRoot(Holder, PathKind::Parameter) &&
              Paths.rootOf(Holder).Number == 0;
  if (Site.has({EffectKind::Move})) // The first object that it gets?
    return Local || Made ||
           ((llvm::is_contained(Tested, Holder) || getsFresh(Index)) &&
            !holdsSomething(Index, Holder, S));
  return I.Kind == Invocation::Perhaps && F.Kind == FactKind::Destroy &&
         Local && !ownsAlone(Holder);
}

/// Guards on the heap: which of them hold their locks is not known here.
static bool givesBack(const Summary &Destructor) {
  return llvm::any_of(Destructor.Outcomes, [](const Outcome &O) {
    return !O.Nets.empty() || !O.Unclear.empty() || !O.Uncertain.empty();
  });
}

/// The user's destructors run; the destructor of a jthread joins.
LockFlow::States LockFlow::destroyContent(uint32_t Fact, const Effect &E,
                                          const CallSite &Site, State S) {
  Path Raw = throughWalkers(Paths, Walking,
                            View.location(Facts.Facts[Fact], E.Operands[0]));
  Path Holder = resolve(S, Raw);
  if (!Paths.known(Holder))
    return only(std::move(S));
  Destroyed D = destroyedAt(Fact, E);
  if (!D.Class)
    return only(std::move(S));
  Path Content = contentIn(Paths, Holder, D);
  if (D.Joins)
    join(Fact, Content, S, /*IfJoinable=*/true);
  const Invocation *I = invocation(Site, E);
  if (!I || holdsNothing(Fact, Site, *I, Raw, S))
    return only(std::move(S));
  States After;
  Value This = Value::address(Content);
  for (BodyId Target : I->Targets) {
    if (givesBack(In.Summaries[Target.Index])) {
      instantiateAcquisitions(Fact, Target, {This, Path()}, S);
      continue;
    }
    for (State &T : callBody(Fact, Target, {This, Path()}, S)) {
      // A thread that is started there lives no longer than the object.
      std::erase_if(T.Threads, [&](const Running &R) {
        return !llvm::is_contained(S.Threads, R);
      });
      After.push_back(std::move(T));
    }
  }
  if (After.empty() || I->Kind == Invocation::Perhaps)
    After.push_back(std::move(S));
  return After;
}
