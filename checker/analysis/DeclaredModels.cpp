//===-- DeclaredModels.cpp - Locks and guards of libraries ----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of DeclaredFlow: what models say of a std::mutex and its guards holds as
// well as what attributes say. That they are misused is for LockFlow to find.
//
//===----------------------------------------------------------------------===//

#include "analysis/DeclaredFlow.h"

using namespace fearless;
using namespace fearless::analysis;
using models::Effect;
using models::EffectKind;
using models::ResultTest;

DeclaredFlow::States DeclaredFlow::applyModel(uint32_t Index,
                                              const models::FunctionModel &M,
                                              State S) {
  States Now = only(std::move(S));
  for (const Effect &E : M.Effects) {
    States Next;
    for (State &T : Now)
      for (State &U : applyEffect(Index, E, std::move(T)))
        Next.push_back(std::move(U));
    Now = std::move(Next);
  }
  return Now;
}

llvm::SmallVector<Path, 2>
DeclaredFlow::operands(uint32_t Index, const Effect &E, const State &S) {
  llvm::SmallVector<Path, 2> Result;
  for (Path P : View.locations(Facts.Facts[Index], E.Operands))
    if (Path Of = capability(S, P, true); Paths.known(Of))
      Result.push_back(Of);
  return Result;
}

/// Guards stand for what they are tied to.
void DeclaredFlow::takeAll(uint32_t Index, llvm::ArrayRef<Path> Of, bool Shared,
                           State &S, Hold::Source From) {
  for (Path P : Of) {
    if (ScopedObject *Scope = S.scope(P)) {
      llvm::SmallVector<Path, 2> Tied;
      for (Managing &M : Scope->Of) {
        M.Held = true;
        Tied.push_back(M.Of);
      }
      takeAll(Index, Tied, Shared, S, Hold::Managed);
      continue;
    }
    Hold H;
    H.Of = P;
    H.Shared = Shared;
    H.From = From;
    take(Index, H, S, false);
  }
}

/// The result that says that a conditional effect took place.
static bool successOf(ResultTest When) { return When == ResultTest::True; }

DeclaredFlow::States DeclaredFlow::applyEffect(uint32_t Index, const Effect &E,
                                               State S) {
  const facts::Fact &F = Facts.Facts[Index];
  switch (E.Kind) {
  case EffectKind::Acquire:
  case EffectKind::AcquireTogether:
    if (!E.Timed || !F.Path || E.When == ResultTest::Always) {
      takeAll(Index, operands(Index, E, S), E.Shared, S, Hold::Taken);
      break;
    }
    [[fallthrough]];
  case EffectKind::TryAcquire: {
    auto Of = operands(Index, E, S);
    if (!F.Path)
      break;
    return tryTake(Index, Of, E.Shared, Value::load(place(F.Path)),
                   successOf(E.When), std::move(S), false);
  }
  case EffectKind::Release:
    for (Path P : operands(Index, E, S)) {
      if (ScopedObject *Scope = S.scope(P)) {
        for (Managing &M : Scope->Of)
          M.Held = false;
        ScopedObject Copy = *Scope;
        for (const Managing &M : Copy.Of)
          giveBack(Index, M.Of, Mode::Any, S, false);
        continue;
      }
      giveBack(Index, P, Mode::Any, S, false);
    }
    break;
  case EffectKind::AssertHeld:
    for (Path P : operands(Index, E, S))
      if (!S.hold(P)) {
        Hold H;
        H.Of = P;
        H.From = Hold::Asserted;
        H.At = {Body, Index};
        S.add(H);
      }
    break;
  case EffectKind::NoReturn:
    return {};
  case EffectKind::Holds:
  case EffectKind::Stores:
  case EffectKind::Move: // A callable, with what it has captured.
    if (!E.Operands.empty())
      copyStores(resolve(S, View.location(F, E.Operands[0])),
                 resolve(S, View.location(F, E.On)), S);
    break;
  case EffectKind::GuardAcquire:
  case EffectKind::GuardAdopt:
  case EffectKind::GuardDefer:
  case EffectKind::GuardTry:
  case EffectKind::GuardMove:
  case EffectKind::GuardSwap:
  case EffectKind::GuardLock:
  case EffectKind::GuardTryLock:
  case EffectKind::GuardUnlock:
  case EffectKind::GuardRelease:
  case EffectKind::GuardOwns:
  case EffectKind::GuardDrop:
    return applyGuard(Index, E, std::move(S));
  default:
    break;
  }
  return only(std::move(S));
}

DeclaredFlow::States DeclaredFlow::applyGuard(uint32_t Index, const Effect &E,
                                              State S) {
  const facts::Fact &F = Facts.Facts[Index];
  Path Object = resolve(S, View.location(F, E.On));
  if (!Paths.known(Object))
    return only(std::move(S));
  auto Of = operands(Index, E, S);
  auto Tie = [&](State &To, bool Held) {
    ScopedObject New;
    New.Object = Object;
    for (Path P : Of)
      New.Of.push_back({P, Held, E.Shared, false});
    To.setScope(std::move(New));
  };
  auto SetHeld = [&](State &In, bool Held) {
    if (ScopedObject *Scope = In.scope(Object))
      for (Managing &M : Scope->Of)
        M.Held = Held;
  };
  auto Tied = [&](State &In) {
    llvm::SmallVector<Path, 2> All;
    if (ScopedObject *Scope = In.scope(Object))
      for (const Managing &M : Scope->Of)
        All.push_back(M.Of);
    return All;
  };
  ScopedObject *Known = S.scope(Object);
  bool Shared =
      E.Shared || (Known && !Known->Of.empty() && Known->Of[0].Shared);
  switch (E.Kind) {
  case EffectKind::GuardAcquire:
    takeAll(Index, Of, E.Shared, S, Hold::Managed);
    Tie(S, true);
    break;
  case EffectKind::GuardAdopt:
    Tie(S, true);
    for (Path P : Of)
      if (Hold *H = S.hold(P)) {
        if (H->From == Hold::Taken || H->From == Hold::Tried)
          H->From = Hold::Managed;
      } else {
        S.touch(P);
      }
    break;
  case EffectKind::GuardDefer:
    Tie(S, false);
    break;
  case EffectKind::GuardTry: {
    State Failed = S;
    Tie(Failed, false);
    takeAll(Index, Of, E.Shared, S, Hold::Managed);
    Tie(S, true);
    States Both = only(std::move(S));
    Both.push_back(std::move(Failed));
    return Both;
  }
  case EffectKind::GuardLock:
    takeAll(Index, Tied(S), Shared, S, Hold::Managed);
    SetHeld(S, true);
    break;
  case EffectKind::GuardTryLock: {
    if (!F.Path)
      break;
    States Both = tryTake(Index, Tied(S), Shared, Value::load(place(F.Path)),
                          successOf(E.When), std::move(S), false);
    for (Path P : Tied(Both[0]))
      if (Hold *H = Both[0].hold(P))
        H->From = Hold::Managed;
    SetHeld(Both[0], true);
    return Both;
  }
  case EffectKind::GuardUnlock:
    for (Path P : Tied(S))
      giveBack(Index, P, Mode::Any, S, false);
    SetHeld(S, false);
    break;
  case EffectKind::GuardRelease:
    for (Path P : Tied(S))
      if (Hold *H = S.hold(P))
        H->From = Hold::Taken;
    S.dropScope(Object);
    break;
  case EffectKind::GuardOwns:
    if (Known && F.Path && !Known->Of.empty())
      S.learn(Value::load(place(F.Path)), Known->Of[0].Held);
    break;
  case EffectKind::GuardMove: {
    auto From = View.location(F, E.Operands[0]);
    From = resolve(S, From);
    scopeDies(Index, Object, S);
    if (ScopedObject *Moved = S.scope(From)) {
      ScopedObject New = *Moved;
      S.dropScope(From);
      New.Object = Object;
      S.setScope(std::move(New));
    }
    break;
  }
  case EffectKind::GuardSwap: {
    Path Other = resolve(S, View.location(F, E.Operands[0]));
    ScopedObject *A = S.scope(Object), *B = S.scope(Other);
    if (A && B)
      std::swap(A->Of, B->Of);
    break;
  }
  case EffectKind::GuardDrop:
    scopeDies(Index, Object, S);
    break;
  default:
    break;
  }
  return only(std::move(S));
}
