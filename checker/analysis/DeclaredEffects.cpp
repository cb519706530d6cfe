//===-- DeclaredEffects.cpp - Calls that attributes explain ---------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of LockFlow: locks and guards whose bodies show nothing of what they do
// (DeclaredLocks.h) do what their attributes say. Their bodies tell but what a
// guard has pointers to.
//
//===----------------------------------------------------------------------===//

#include "analysis/LockFlow.h"

#include "analysis/Types.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::AnnotationKind;

/// A call of \p Callee: by its attributes if these speak for it, else by its
/// summary.
LockFlow::States LockFlow::callBody(uint32_t Fact, BodyId Callee,
                                    const Binding &B, State S) {
  link::FunctionSym F = Program.body(Callee).Function;
  auto Effects = In.Declared.effects(F);
  bool Declared =
      !Effects.empty() && (In.Declared.isScoped(Program.function(F).Owner) ||
                           llvm::any_of(Effects, [&](const DeclaredEffect &E) {
                             return !declaredLocks(E, B, S).empty();
                           }));
  if (!Declared)
    return callSummary(Fact, Callee, B, std::move(S));
  States After = applyDeclared(Fact, F, B, std::move(S));
  const Summary &Sum = In.Summaries[Callee.Index];
  if (Sum.Outcomes.size() == 1)
    for (State &T : After)
      instantiateStores(Sum.Outcomes[0], B, T);
  return After;
}

/// Do attributes say what the call at \p Site does to locks?
bool LockFlow::isDeclared(const CallSite &Site) const {
  facts::FunctionId F = Facts.Facts[Site.Fact].Callee;
  return F && !In.Declared.effects(Program.symbol(Program.body(Body).Unit, F))
                   .empty();
}

/// What `this` of a callee points to.
Path LockFlow::objectOf(const Binding &B, const State &S) const {
  Path This = Paths.deref(Paths.root(PathKind::Parameter, 0));
  return resolve(S, substitute(Paths, This, B), true);
}

/// The locks that an attribute means, as far as it may speak for them; without
/// arguments the object.
llvm::SmallVector<Path, 2> LockFlow::declaredLocks(const DeclaredEffect &E,
                                                   const Binding &B,
                                                   const State &S) const {
  llvm::SmallVector<Path, 2> Result;
  auto Add = [&](Path Lock) {
    if (Paths.known(Lock) && !isHollow(Lock) &&
        In.Declared.speakFor(
            classOf(Program, typeOf(Program, Paths, Lock, Body))))
      Result.push_back(Lock);
  };
  if (E.Of.empty())
    Add(objectOf(B, S));
  for (const Capability &C : E.Of)
    if (C.Of && !C.Negative && !C.Scope)
      Add(resolve(S, substitute(Paths, C.Of, B), true));
  return Result;
}

LockFlow::States LockFlow::applyDeclared(uint32_t Fact, link::FunctionSym F,
                                         const Binding &B, State S) {
  const link::FunctionSymbol &Callee = Program.function(F);
  if (In.Declared.isScoped(Callee.Owner)) {
    Path Object = objectOf(B, S);
    if (!Paths.known(Object))
      return only(std::move(S));
    if (Callee.has(facts::FnF_Constructor))
      return makeDeclaredGuard(Fact, F, Object, B, std::move(S));
    return useDeclaredGuard(Fact, F, Object, B, std::move(S));
  }
  link::RecordSym Result =
      classOf(Program, {Callee.Unit, Program.decl(F).Result});
  if (Result && Paths.known(B.Result) && In.Declared.isScoped(Result))
    return makeDeclaredGuard(Fact, F, B.Result, B, std::move(S));
  return applyToLocks(Fact, In.Declared.effects(F), B, std::move(S));
}

/// Promotion and demotion give back first.
LockFlow::States LockFlow::applyToLocks(uint32_t Fact,
                                        llvm::ArrayRef<DeclaredEffect> Effects,
                                        const Binding &B, State S) {
  for (const DeclaredEffect &E : Effects)
    if (isGiving(E.Kind))
      for (Path Lock : declaredLocks(E, B, S))
        release(Fact, Lock, S, /*Lenient=*/false, modeOf(E.Kind));
  for (const DeclaredEffect &E : Effects)
    if (isTaking(E.Kind) || isAsserting(E.Kind))
      for (Path Lock : declaredLocks(E, B, S)) {
        Taking How;
        How.Shared = isShared(E.Kind);
        if (isTaking(E.Kind))
          acquire(Fact, Lock, How, S);
        else if (Paths.definite(Lock))
          S.touch(Lock, LockState::Held).Shared = How.Shared;
      }
  States Now = only(std::move(S));
  for (const DeclaredEffect &E : Effects) {
    if (!isTrying(E.Kind))
      continue;
    States Next;
    for (State &T : Now) {
      auto Locks = declaredLocks(E, B, T);
      Next.append(tryDeclared(Fact, E, Locks, Path(), B, std::move(T)));
    }
    Now = std::move(Next);
  }
  return Now;
}

/// Tries to take \p Locks, for \p Guard if there is one. Whoever does not look
/// at the result does not know.
LockFlow::States LockFlow::tryDeclared(uint32_t Fact, const DeclaredEffect &E,
                                       llvm::ArrayRef<Path> Locks, Path Guard,
                                       const Binding &B, State S) {
  States After;
  if (!Paths.known(B.Result))
    return only(std::move(S));
  for (Path Lock : Locks)
    if (Paths.definite(Lock) && !S.guard(Lock) && !isRecursive(Lock))
      S.touch(Lock, LockState::Free); // Who tries does not hold it.
  for (bool Worked : {true, false}) {
    State T = S;
    forgetResult(T, B.Result);
    if (!assume(T, Value::load(B.Result), Worked == E.Success,
                /*MayForget=*/false))
      continue;
    Taking How;
    How.Shared = isShared(E.Kind);
    How.Blocking = false;
    if (Worked && Guard)
      guardAcquire(Fact, *T.guard(Guard), How, T);
    else if (Worked)
      for (Path Lock : Locks)
        acquire(Fact, Lock, How, T);
    After.push_back(std::move(T));
  }
  return After;
}

/// \p Object, which \p F makes or returns, looks after what that takes, needs
/// (it is held already) or must not find held (it is taken later).
LockFlow::States LockFlow::makeDeclaredGuard(uint32_t Fact, link::FunctionSym F,
                                             Path Object, const Binding &B,
                                             State S) {
  Guard New;
  New.Object = Object;
  New.At = {Body, Fact};
  bool Tries = false;
  for (const DeclaredEffect &E : In.Declared.effects(F)) {
    bool Adopts = E.Kind == AnnotationKind::Requires ||
                  E.Kind == AnnotationKind::RequiresShared;
    if (!isTaking(E.Kind) && !isTrying(E.Kind) && !Adopts &&
        E.Kind != AnnotationKind::Excludes)
      continue;
    auto Locks = declaredLocks(E, B, S);
    New.Locks.append(Locks.begin(), Locks.end());
    New.Shared |= isShared(E.Kind);
    Tries |= isTrying(E.Kind);
    if (Adopts)
      for (Path Lock : Locks)
        adopt(Fact, Lock, S);
    Taking How;
    How.Shared = isShared(E.Kind);
    How.Blocking = In.Declared.mayWait(F);
    if (isTaking(E.Kind) && Locks.size() > 1)
      acquireTogether(Fact, Locks, How, S);
    else if (isTaking(E.Kind) && !Locks.empty())
      acquire(Fact, Locks[0], How, S);
    if (isTaking(E.Kind) || Adopts)
      New.Held = Owns::Yes;
  }
  if (New.Locks.empty())
    return only(std::move(S));
  States After;
  if (Tries) { // It knows by itself whether it holds.
    State Failed = S;
    Failed.setGuard(New);
    After.push_back(std::move(Failed));
    Taking How;
    How.Shared = New.Shared;
    How.Blocking = false;
    for (Path Lock : New.Locks)
      acquire(Fact, Lock, How, S);
    New.Held = Owns::Yes;
  }
  S.setGuard(std::move(New));
  After.push_back(std::move(S));
  return After;
}

/// `lock.Unlock()`, `lock.Lock()`, and the end of a guard.
LockFlow::States LockFlow::useDeclaredGuard(uint32_t Fact, link::FunctionSym F,
                                            Path Object, const Binding &B,
                                            State S) {
  auto Effects = In.Declared.effects(F);
  if (Program.function(F).has(facts::FnF_Destructor)) {
    if (llvm::any_of(Effects, [](auto &E) { return isGiving(E.Kind); }))
      guardDies(Fact, Object, S);
    return only(std::move(S));
  }
  States Now = only(std::move(S));
  for (const DeclaredEffect &E : Effects) {
    States Next;
    for (State &T : Now) {
      Guard *G = E.Of.empty() ? T.guard(Object) : nullptr;
      Taking How;
      How.Shared = isShared(E.Kind);
      if (!G)
        Next.append(applyToLocks(Fact, E, B, std::move(T)));
      else if (isTrying(E.Kind))
        Next.append(tryDeclared(Fact, E, {}, Object, B, std::move(T)));
      else {
        if (isGiving(E.Kind))
          guardRelease(Fact, *G, T);
        else if (isTaking(E.Kind))
          guardAcquire(Fact, *G, How, T);
        Next.push_back(std::move(T));
      }
    }
    Now = std::move(Next);
  }
  return Now;
}
