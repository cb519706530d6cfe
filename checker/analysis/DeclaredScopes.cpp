//===-- DeclaredScopes.cpp - Objects that look after capabilities ---------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of DeclaredFlow: scoped objects, from their constructor over early
// release and locking again to their death, and where they are passed on.
//
//===----------------------------------------------------------------------===//

#include "analysis/DeclaredFlow.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::AnnotationKind;
using facts::Fact;
using facts::FactKind;

/// The object that is made to look after capabilities, if this call makes one.
std::optional<Path> DeclaredFlow::scopedSelf(uint32_t Index,
                                             link::FunctionSym Callee) {
  const Fact &F = Facts.Facts[Index];
  if (!F.Path || !Callee)
    return std::nullopt;
  link::RecordSym Made;
  if (F.Kind == FactKind::Construct) {
    Made = Program.function(Callee).Owner;
    if (!Made)
      Made = classOf(place(F.Path));
  } else if (F.Kind == FactKind::Call) {
    const facts::TranslationUnit &U = Program.unit(Unit);
    facts::TypeId T = U.function(F.Callee).Result;
    if (T && U.type(T).Kind == facts::TypeKind::Record)
      Made = Program.symbol(Unit, U.type(T).Record);
  }
  if (!Made || !In.Declared.isScoped(Made) ||
      llvm::none_of(In.Declared.effects(Callee), [](const DeclaredEffect &E) {
        return E.Kind != AnnotationKind::NoAnalysis;
      }))
    return std::nullopt;
  return place(F.Path);
}

/// A scoped object is made: it looks after what its constructor takes, needs,
/// gives up for the time of its life or must not find held (and takes later).
void DeclaredFlow::manage(uint32_t Index, Path Object, link::FunctionSym Callee,
                          State &S) {
  ScopedObject New;
  New.Object = Object;
  New.Declared = true;
  for (const DeclaredEffect &E : In.Declared.effects(Callee)) {
    if (E.Of.empty())
      continue;
    for (Path Of : meant(Index, E, S)) {
      Managing M{Of, false, isShared(E.Kind), false};
      switch (E.Kind) {
      case AnnotationKind::Acquire:
      case AnnotationKind::AcquireShared: {
        Hold H;
        H.Of = Of;
        H.Shared = M.Shared;
        H.From = Hold::Managed;
        H.Declared = true;
        take(Index, H, S, true);
        M.Held = true;
        break;
      }
      case AnnotationKind::Requires:
      case AnnotationKind::RequiresShared:
        M.Held = true;
        if (Hold *H = S.hold(Of); H && H->From == Hold::Taken)
          H->From = Hold::Managed;
        break;
      case AnnotationKind::Release:
      case AnnotationKind::ReleaseShared:
      case AnnotationKind::ReleaseGeneric:
        if (const Hold *H = S.hold(Of))
          M.Shared = H->Shared;
        giveBack(Index, Of, modeOf(E.Kind), S, true);
        M.Reacquired = true;
        break;
      case AnnotationKind::Excludes:
        break;
      default:
        continue;
      }
      New.Of.push_back(M);
    }
  }
  S.setScope(std::move(New));
}

/// `lock.Unlock()`, `lock.Lock()`, `lock.TryLock()` of a scoped object.
DeclaredFlow::States DeclaredFlow::scopeMethod(uint32_t Index, Path Object,
                                               const DeclaredEffect &E,
                                               State S) {
  if (!E.Of.empty()) { // The attribute names capabilities: those, as far as
                       // the object has them.
    auto Named = meant(Index, E, S);
    for (Path P : Named) {
      if (isGiving(E.Kind))
        giveBack(Index, P, modeOf(E.Kind), S, true);
      if (isTaking(E.Kind)) {
        Hold H;
        H.Of = P;
        H.Shared = isShared(E.Kind);
        H.Declared = true;
        take(Index, H, S, true);
      }
    }
    return only(std::move(S));
  }
  ScopedObject Scope = *S.scope(Object);
  if (isTrying(E.Kind) && Facts.Facts[Index].Path) {
    llvm::SmallVector<Path, 2> All;
    for (const Managing &M : Scope.Of)
      All.push_back(M.Of);
    States Both = tryTake(Index, All, isShared(E.Kind),
                          Value::load(place(Facts.Facts[Index].Path)),
                          E.Success, std::move(S), true);
    for (State &T : Both)
      if (ScopedObject *Mine = T.scope(Object))
        for (Managing &M : Mine->Of)
          if (Hold *H = T.hold(M.Of); H && H->At == Site{Body, Index}) {
            M.Held = true;
            M.Shared = H->Shared;
            H->From = Hold::Managed;
          }
    return Both;
  }
  for (Managing &M : Scope.Of) {
    if (isGiving(E.Kind)) {
      giveBack(Index, M.Of, modeOf(E.Kind), S, true);
      M.Held = false;
    }
    if (isTaking(E.Kind)) {
      Hold H;
      H.Of = M.Of;
      H.Shared = isShared(E.Kind);
      H.From = Hold::Managed;
      H.Declared = true;
      take(Index, H, S, true);
      M.Held = true;
      M.Shared = H.Shared;
    }
  }
  S.setScope(std::move(Scope));
  return only(std::move(S));
}

void DeclaredFlow::scopeDies(uint32_t Index, Path Object, State &S) {
  ScopedObject *Found = S.scope(Object);
  if (!Found)
    return;
  ScopedObject Scope = *Found;
  S.dropScope(Object);
  for (const Managing &M : Scope.Of) {
    if (M.Reacquired) {
      if (S.hold(M.Of))
        continue;
      Hold H;
      H.Of = M.Of;
      H.Shared = M.Shared;
      H.Declared = true;
      take(Index, H, S, false);
    } else if (M.Held && S.hold(M.Of)) {
      giveBack(Index, M.Of, Mode::Any, S, false);
    }
  }
}

/// An argument is an object that looks after a capability, which the callee
/// gives back or takes for it.
void DeclaredFlow::handOver(uint32_t Index, const DeclaredEffect &E,
                            const Capability &C, State &S) {
  ScopedObject *Scope = S.scope(inTermsOf(Index, C.Scope, S));
  if (!Scope)
    return;
  Path Of = inTermsOf(Index, C.Of, S);
  for (Managing &M : Scope->Of)
    if (M.Of == Of && (isGiving(E.Kind) || isTaking(E.Kind)))
      M.Held = isTaking(E.Kind);
}
