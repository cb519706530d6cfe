//===-- Effects.cpp - Calls that a model explains -------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of LockFlow: what each effect of a model (models/Model.h) does to a
// state. Effects of one call apply in the order that its row gives them.
//
//===----------------------------------------------------------------------===//

#include "analysis/LockFlow.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::OperandKind;
using models::Effect;
using models::EffectKind;
using models::ResultTest;

LockFlow::States LockFlow::call(uint32_t Index, State S) {
  const Fact &F = Facts.Facts[Index];
  const CallSite *Site = In.Graph.site(Body, Index);
  if (!Site)
    return only(std::move(S));
  llvm::ArrayRef<BodyId> Targets = Site->Targets.Bodies;
  if (Site->Model && Targets.empty())
    return applyModel(Index, *Site->Model, *Site, std::move(S));
  States After;
  if (Site->Model) // A library's virtual function, and overriders of it.
    After = applyModel(Index, *Site->Model, *Site, S);
  auto Arguments = View.arguments(F);
  Binding B{Arguments, F.Path ? View.path(F.Path) : Path()};
  if (!Site->Model && (Targets.empty() || Site->Targets.Unresolved)) {
    State Unknown = Targets.empty() ? std::move(S) : S;
    forgetArguments(Index, Unknown);
    After = perhaps(Index, *Site, std::move(Unknown));
    if (Targets.empty())
      After = callUnseen(*Site, B, std::move(After));
  }
  for (const BodyId &Target : Targets) {
    State Passed = &Target == &Targets.back() ? std::move(S) : S;
    forgetWritable(Arguments, Target, Passed);
    for (State &T : callBody(Index, Target, B, std::move(Passed)))
      After.push_back(std::move(T));
  }
  return After;
}

/// Of code out of sight, its attributes tell something.
LockFlow::States LockFlow::callUnseen(const CallSite &Site, const Binding &B,
                                      States Now) {
  if (!isDeclared(Site))
    return Now;
  link::FunctionSym Callee = Program.symbol(Program.body(Body).Unit,
                                            Facts.Facts[Site.Fact].Callee);
  States After;
  for (State &S : Now)
    After.append(applyDeclared(Site.Fact, Callee, B, std::move(S)));
  return After;
}

/// Callables given to code out of sight may run now, or not.
LockFlow::States LockFlow::perhaps(uint32_t Index, const CallSite &Site,
                                   State S) {
  States After;
  for (const Invocation &I : Site.Invocations)
    if (I.Kind == Invocation::Perhaps)
      for (State &T : invoke(Index, I, S))
        After.push_back(std::move(T));
  After.push_back(std::move(S));
  return After;
}

LockFlow::States LockFlow::applyModel(uint32_t Fact,
                                      const models::FunctionModel &M,
                                      const CallSite &Site, State S) {
  States Now = only(std::move(S));
  for (const Effect &E : M.Effects) {
    States Next;
    for (State &T : Now)
      for (State &U : applyEffect(Fact, E, Site, std::move(T)))
        Next.push_back(std::move(U));
    Now = std::move(Next);
  }
  return Now;
}

/// Splits into the state where the call's result says that it worked and the
/// one where it says it did not. The values stay known for later branches.
LockFlow::States
LockFlow::splitByResult(uint32_t Index, State S, const Effect &E,
                        llvm::function_ref<void(State &)> OnSuccess) {
  if (E.When == ResultTest::Always) {
    OnSuccess(S);
    return only(std::move(S));
  }
  const Fact &F = Facts.Facts[Index];
  States After;
  for (bool Success : {true, false}) {
    State T = Success ? S : std::move(S);
    if (F.Path)
      learnSuccess(T, View.path(F.Path), E, Success);
    if (Success)
      OnSuccess(T);
    After.push_back(std::move(T));
  }
  return After;
}

/// The result at \p Result says whether \p E, that is conditional, took place.
void LockFlow::learnSuccess(State &S, Path Result, const Effect &E,
                            bool Success) const {
  forgetResult(S, Result);
  switch (E.When) {
  case ResultTest::Always:
    break;
  case ResultTest::True:
    assume(S, Value::load(Result), Success, /*MayForget=*/false);
    break;
  case ResultTest::Zero:
    if (Success || E.Value)
      learnNumber(S, Result, Numbers::one(Success ? 0 : int32_t(E.Value)));
    else
      assume(S, Value::load(Result), true, /*MayForget=*/false);
    break;
  case ResultTest::MinusOne: // Else a number that counts something.
    learnNumber(S, Result, Success ? Numbers::one(-1) : Numbers::natural());
    break;
  }
}

LockFlow::States LockFlow::applyEffect(uint32_t Fact, const Effect &E,
                                       const CallSite &Site, State S) {
  const facts::Fact &F = Facts.Facts[Fact];
  if (E.Given) {
    auto V = View.values(F, {{models::SelectorKind::Argument, E.Given->Index}});
    auto C = V.empty() ? std::nullopt : constantOf(S, V[0]);
    if (C && (*C == E.Given->Value) != E.Given->Equal)
      return only(std::move(S));
  }
  Taking How;
  How.Shared = E.Shared;
  switch (E.Kind) {
  case EffectKind::Acquire:
    if (E.When != ResultTest::Always) {
      States Split = splitByResult(Fact, std::move(S), E, [&](State &T) {
        for (Path L : View.locations(F, E.Operands))
          acquire(Fact, resolve(T, L), How, T);
      });
      // A lock that waits for ever fails only if it is misused.
      if (!E.Timed)
        Split.truncate(1);
      return Split;
    }
    for (Path L : View.locations(F, E.Operands))
      acquire(Fact, resolve(S, L), How, S);
    break;
  case EffectKind::AcquireTogether:
    How.Together = true;
    acquireTogether(Fact, View.locations(F, E.Operands), How, S);
    break;
  case EffectKind::TryAcquire:
    How.Blocking = false;
    // Who tries does not hold it: so it is free for this thread if that fails.
    for (Path L : View.locations(F, E.Operands))
      if (Path Lock = resolve(S, L);
          Paths.definite(Lock) && !S.guard(Lock) && !isRecursive(Lock))
        S.touch(Lock, LockState::Free);
    if (spins(Fact))
      for (Path L : View.locations(F, E.Operands))
        if (Path Lock = resolve(S, L); Paths.known(Lock))
          noteTaking(Fact, Lock, How, S);
    return splitByResult(Fact, std::move(S), E, [&](State &T) {
      for (Path L : View.locations(F, E.Operands))
        acquire(Fact, resolve(T, L), How, T);
    });
  case EffectKind::Release:
    for (Path L : View.locations(F, E.Operands))
      release(Fact, resolve(S, L), S, /*Lenient=*/false,
              E.Shared      ? Mode::Shared
              : E.Exclusive ? Mode::Exclusive
                            : Mode::Any);
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
  case EffectKind::GuardMutex:
  case EffectKind::GuardDrop:
    return applyGuardEffect(Fact, E,
                            guardObject(S, resolve(S, View.location(F, E.On))),
                            std::move(S));
  case EffectKind::Wait:
    wait(Fact, E, S);
    break;
  case EffectKind::Invoke:
  case EffectKind::InvokeHeld:
    recordLocksAround(Fact, Site, S);
    if (const Invocation *I = invocation(Site, E))
      return invoke(Fact, *I, std::move(S));
    break;
  case EffectKind::InvokeOnce:
    return invokeOnce(Fact, E, Site, std::move(S));
  case EffectKind::AssertHeld:
    for (Path L : View.locations(F, E.Operands))
      if (Path Lock = resolve(S, L); Paths.known(Lock))
        S.touch(Lock, LockState::Held);
    break;
  case EffectKind::Destroys:
    moveContent(Fact, E, S);
    handOver(Fact, E, Site, S);
    return destroyContent(Fact, E, Site, std::move(S));
  case EffectKind::Uses:
    applyThreadEffect(Fact, E, Site, S);
    return perhaps(Fact, Site, std::move(S));
  case EffectKind::NoReturn:
    return {};
  case EffectKind::Constructs:
    applyThreadEffect(Fact, E, Site, S);
    handOver(Fact, E, Site, S);
    if (const Invocation *I = invocation(Site, E))
      return invoke(Fact, *I, std::move(S));
    return constructGuard(Fact, E, Site, std::move(S));
  case EffectKind::Move:
  case EffectKind::PointsTo:
  case EffectKind::Stores:
    moveContent(Fact, E, S);
    applyThreadEffect(Fact, E, Site, S);
    break;
  default:
    applyThreadEffect(Fact, E, Site, S);
    break;
  }
  handOver(Fact, E, Site, S);
  return only(std::move(S));
}

/// std::lock and scoped_lock: no order among them, but after all that is held.
void LockFlow::acquireTogether(uint32_t Fact, llvm::ArrayRef<Path> Locks,
                               Taking How, State &S) {
  State Before = S;
  Taking Quiet = How;
  llvm::SmallVector<Path, 2> All;
  for (Path L : Locks) {
    Path Lock = resolve(S, L);
    llvm::SmallVector<Path, 2> Meant{Lock};
    if (Guard *G = S.guard(Lock))
      Meant.assign(G->Locks.begin(), G->Locks.end());
    for (Path M : Meant) {
      Acquisition A;
      A.Lock = M;
      A.Shared = How.Shared;
      A.Together = true;
      A.At = {Body, Fact};
      edges(Fact, A, Before);
      if (!Before.lock(M) || Before.lock(M)->Now != LockState::Held)
        noteAcquisition(A, Before);
      S.addAcquired(M);
    }
    Quiet.Blocking = false;
    const LockState *Held = S.lock(Lock);
    Quiet.Blocking = Held && Held->Now == LockState::Held; // Twice: report.
    acquire(Fact, Lock, Quiet, S);
    for (Path M : Meant) {
      for (Path Other : All)
        noteTogether(Fact, Other, M, Before);
      All.push_back(M);
    }
  }
}

/// Two locks that must not be one, which only the caller may know.
void LockFlow::noteTogether(uint32_t Fact, Path A, Path B, const State &S) {
  if (!Recording || !isOpen(A, B))
    return;
  Site Here{Body, Fact};
  OpenEdge E{A, B, Here, Here, A, B};
  E.Together = true;
  E.MayBeOne = mayBeOne(S, A, B);
  if (TheSummary.OpenEdges.size() < MaxOpenEdges &&
      !llvm::is_contained(TheSummary.OpenEdges, E))
    TheSummary.OpenEdges.push_back(std::move(E));
}

LockFlow::States LockFlow::applyGuardEffect(uint32_t Fact, const Effect &E,
                                            Path Object, State S) {
  const facts::Fact &F = Facts.Facts[Fact];
  Site Here{Body, Fact};
  Taking How;
  How.Shared = E.Shared;
  Guard New;
  New.Object = Object;
  New.Shared = E.Shared;
  New.At = Here;
  auto Tie = [&] {
    for (Path L : View.locations(F, E.Operands)) {
      Path Lock = resolve(S, L);
      if (isHollow(Lock))
        continue;
      if (Paths.known(Lock))
        New.Locks.push_back(Lock);
      else if (Recording)
        ++Result.LockOperations, ++Result.UnknownLocks;
    }
  };
  if (!Paths.known(Object))
    return only(std::move(S));
  switch (E.Kind) {
  case EffectKind::GuardAcquire:
    Tie();
    if (New.Locks.size() > 1)
      acquireTogether(Fact, New.Locks, How, S);
    else
      for (Path L : New.Locks)
        acquire(Fact, L, How, S);
    New.Held = Owns::Yes;
    S.setGuard(std::move(New));
    break;
  case EffectKind::GuardAdopt:
    Tie();
    for (Path L : New.Locks)
      adopt(Fact, L, S);
    New.Held = Owns::Yes;
    S.setGuard(std::move(New));
    break;
  case EffectKind::GuardDefer:
    Tie();
    if (Recording && New.Locks.size() == 1)
      Deferred[Object] = {Fact, New.Locks[0]};
    S.setGuard(std::move(New));
    break;
  case EffectKind::GuardTry: {
    Tie();
    State Failed = S;
    Failed.setGuard(New);
    How.Blocking = false;
    for (Path L : New.Locks)
      acquire(Fact, L, How, S);
    New.Held = Owns::Yes;
    S.setGuard(std::move(New));
    States Both = only(std::move(S));
    Both.push_back(std::move(Failed));
    return Both;
  }
  case EffectKind::GuardMove:
    moveGuard(Fact, Object, resolve(S, View.location(F, E.Operands[0])), S);
    break;
  case EffectKind::GuardSwap:
    swapGuards(Object, resolve(S, View.location(F, E.Operands[0])), S);
    break;
  case EffectKind::GuardLock:
    if (Guard *G = S.guard(Object))
      guardAcquire(Fact, *G, How, S);
    else
      acquire(Fact, Object, How, S);
    break;
  case EffectKind::GuardTryLock:
    How.Blocking = false;
    if (const Guard *G = S.guard(Object); G && spins(Fact))
      for (Path L : G->Locks)
        noteTaking(Fact, L, How, S);
    return splitByResult(Fact, std::move(S), E, [&](State &T) {
      if (Guard *G = T.guard(Object))
        guardAcquire(Fact, *G, How, T);
      else
        acquire(Fact, Object, How, T);
    });
  case EffectKind::GuardUnlock:
    if (Guard *G = S.guard(Object))
      guardRelease(Fact, *G, S);
    else
      release(Fact, Object, S);
    break;
  case EffectKind::GuardRelease:
    GuardsUsed.insert(Object);
    if (Guard *G = S.guard(Object)) {
      if (F.Path && G->Locks.size() == 1)
        S.store(View.path(F.Path), Value::address(G->Locks[0]));
      S.dropGuard(Object);
    }
    break;
  case EffectKind::GuardOwns:
    return guardOwns(Fact, Object, std::move(S));
  case EffectKind::GuardMutex:
    if (const Guard *G = S.guard(Object); G && F.Path && G->Locks.size() == 1)
      S.store(View.path(F.Path), Value::address(G->Locks[0]));
    break;
  case EffectKind::GuardDrop:
    guardDies(Fact, Object, S);
    break;
  default:
    break;
  }
  return only(std::move(S));
}

/// The lock is held already: by this function, or else by its caller.
void LockFlow::adopt(uint32_t Fact, Path Lock, State &S) {
  LockState *L = S.lock(Lock);
  if (!L) {
    LockState &New = S.touch(Lock, LockState::Held);
    New.At = {Body, Fact};
    New.Adopted = true;
    return;
  }
  if (L->Now != LockState::Free)
    return;
  Issue I;
  I.What = Issue::UnlockNotHeld;
  I.Lock = Lock;
  I.At = Fact;
  I.First = L->At;
  noteIssue(I);
  L->Now = LockState::Held; // Said once; the guard's release is no news.
  L->Count = 1;
  L->At = {Body, Fact};
}

/// A member of a closure, which its body locks or not.
static bool isCapture(const link::Program &Program, const PathTable &Paths,
                      Path P) {
  if (Paths[P].Kind != PathKind::Field)
    return false;
  link::RecordSym Owner = Program.field(link::FieldSym(Paths[P].Number)).Owner;
  return Program.record(Owner).Flags & facts::RF_Lambda;
}

void LockFlow::moveGuard(uint32_t Fact, Path To, Path From, State &S) {
  guardDrop(Fact, To, S); // Assignment releases what was held.
  GuardsUsed.insert(From);
  Guard *G = S.guard(From);
  if (!G)
    return;
  Guard Moved = *G;
  G->Held = Owns::No;
  G->Locks.clear();
  Moved.Object = To;
  if (auto It = Deferred.find(From);
      It != Deferred.end() && Recording && !isCapture(Program, Paths, To)) {
    auto Origin = It->second;
    Deferred[To] = Origin;
  }
  S.setGuard(std::move(Moved));
}

void LockFlow::swapGuards(Path A, Path B, State &S) {
  GuardsUsed.insert(A);
  GuardsUsed.insert(B);
  Guard *X = S.guard(A), *Y = S.guard(B);
  if (!X || !Y)
    return;
  std::swap(*X, *Y);
  std::swap(X->Object, Y->Object);
}

/// `if (lk.owns_lock())`: the answer is what this state knows of the guard.
LockFlow::States LockFlow::guardOwns(uint32_t Index, Path Object, State S) {
  const facts::Fact &F = Facts.Facts[Index];
  Guard *G = S.guard(Object);
  // A holder of a guard tells whether there is one.
  const Guard *Inside = G ? nullptr : S.guard(contentOf(Object));
  if (!F.Path || !(Inside || (G && G->Held != Owns::Maybe)))
    return only(std::move(S));
  Value Answer = Value::load(View.path(F.Path));
  std::erase_if(S.Known, [&](const Condition &C) { return C.Of == Answer; });
  S.assume(Answer, Inside || G->Held == Owns::Yes);
  return only(std::move(S));
}

/// While it waits, a thread keeps all locks but the one it waits with; and to
/// go on it must get that one back.
void LockFlow::wait(uint32_t Fact, const Effect &E, State &S) {
  const facts::Fact &F = Facts.Facts[Fact];
  llvm::SmallVector<Path, 1> Waiting;
  for (Path L : View.locations(F, E.Operands)) {
    Path P = resolve(S, L);
    if (Guard *G = S.guard(P))
      Waiting.append(G->Locks.begin(), G->Locks.end());
    else if (Paths.known(P))
      Waiting.push_back(P);
  }
  Site Here{Body, Fact};
  Acquisition A;
  A.At = Here;
  A.Released = Waiting;
  A.With = Waiting;
  if (Waiting.empty() && !E.Operands.empty())
    A.With.push_back(Paths.unknown());
  if (!E.Timed) {
    A.Kind = WaitKind::Condition;
    A.Lock = resolve(S, View.location(F, E.On));
    edges(Fact, A, S);
    noteAcquisition(A, S);
  }
  A.Kind = WaitKind::Lock;
  for (Path L : Waiting) {
    A.Lock = L;
    edges(Fact, A, S);
    noteAcquisition(A, S);
    // The lock was held when the function was entered, if it does not take it.
    S.touch(L, LockState::Held);
  }
}
