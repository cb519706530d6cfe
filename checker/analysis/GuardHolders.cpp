//===-- GuardHolders.cpp - Guards in optional, unique_ptr and containers --===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of LockFlow: a guard that lives in another object
// (`optional<unique_lock>`, `unique_ptr<lock_guard>`) locks when it is put
// there and unlocks when it is destroyed there. The guards of a container are
// one guard that has them all.
//
//===----------------------------------------------------------------------===//

#include "analysis/LockFlow.h"

#include "analysis/Callables.h"
#include "analysis/Types.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::OperandKind;
using models::Effect;
using models::EffectKind;
using models::TypeRole;

static const models::TypeModel *typeModel(const link::Program &Program,
                                          link::RecordSym R) {
  return R ? Program.record(R).Model : nullptr;
}

/// What the container or owning pointer \p Holder holds.
Path LockFlow::contentOf(Path Holder) const {
  if (!Paths.known(Holder))
    return Holder;
  const models::TypeModel *M = typeModel(
      Program, classOf(Program, typeOf(Program, Paths, Holder, Body)));
  return M && M->Role == TypeRole::Pointer
             ? Paths.deref(Holder)
             : Paths.element(Holder, Value::unknown());
}

/// The guard that \p Object names: in a holder, that of its content.
Path LockFlow::guardObject(const State &S, Path Object) const {
  if (!Paths.known(Object) || S.guard(Object) || !Paths[Object].Parent)
    return Object;
  Path Content = contentOf(Paths[Object].Parent);
  switch (Paths[Object].Kind) {
  case PathKind::Deref:
  case PathKind::ElementConst:
  case PathKind::ElementValue:
    return S.guard(Content) ? Content : Object;
  default:
    return Object;
  }
}

/// Does this call put a guard into a holder?
const models::FunctionModel *LockFlow::guardMadeIn(const CallSite &Site,
                                                   const Effect &E) const {
  const facts::Fact &F = Facts.Facts[Site.Fact];
  const models::TypeModel *M =
      typeModel(Program, constructedElement(Program, Body, F, E));
  if (!M || M->Role != TypeRole::Guard)
    return nullptr;
  return elementConstructor(Program, In.Models, Body, F, *Site.Model);
}

/// `lock.emplace(mu)`, `make_unique<lock_guard>(mu)`: the constructor of the
/// guard, with the content of the holder as its object.
LockFlow::States LockFlow::constructGuard(uint32_t Fact, const Effect &E,
                                          const CallSite &Site, State S) {
  const models::FunctionModel *Constructor = guardMadeIn(Site, E);
  Path Holder = resolve(S, View.location(Facts.Facts[Fact], E.On));
  if (!Constructor || !Paths.known(Holder))
    return only(std::move(S));
  Path Content = contentOf(Holder);
  std::optional<Guard> Others;
  if (Guard *G = S.guard(Content))
    Others = *G;
  unsigned Shift = E.Operands.empty() ? 0 : E.Operands[0].Index;
  States Now = only(std::move(S));
  for (Effect Part : Constructor->Effects) {
    for (models::Selector &Operand : Part.Operands)
      Operand.Index += Shift;
    States Next;
    for (State &T : Now)
      for (State &U : applyGuardEffect(Fact, Part, Content, std::move(T)))
        Next.push_back(std::move(U));
    Now = std::move(Next);
  }
  if (Others)
    for (State &T : Now)
      if (Guard *G = T.guard(Content))
        for (Path L : Others->Locks)
          if (!llvm::is_contained(G->Locks, L))
            G->Locks.push_back(L);
  return Now;
}

/// A guard, or an object with guards in it, comes to be \p To: the content of a
/// holder, or a holder.
void LockFlow::moveGuards(uint32_t Fact, Path From, Path To, State &S) {
  if (!Paths.known(From) || !Paths.known(To) || From == To)
    return;
  llvm::SmallVector<Path, 2> Moving;
  for (const Guard &G : S.Guards)
    if (Paths.startsWith(G.Object, From))
      Moving.push_back(G.Object);
  for (Path Object : Moving)
    moveGuard(Fact, Object == From ? To : Paths.rebase(Object, From, To),
              Object, S);
}

/// What happens to guards when the content of objects changes.
void LockFlow::moveContent(uint32_t Fact, const Effect &E, State &S) {
  const facts::Fact &F = Facts.Facts[Fact];
  if (S.Guards.empty())
    return;
  Path On = resolve(S, View.location(F, E.On));
  for (Path Operand : View.locations(F, E.Operands)) {
    Path P = resolve(S, Operand);
    switch (E.Kind) {
    case EffectKind::Destroys:
      if (Paths.known(P))
        guardDrop(Fact, contentOf(P), S);
      break;
    case EffectKind::Move:
      moveGuards(Fact, P, On, S);
      break;
    case EffectKind::PointsTo:
    case EffectKind::Stores:
      if (Paths.known(On))
        moveGuards(Fact, P, contentOf(On), S);
      break;
    default:
      break;
    }
  }
}
