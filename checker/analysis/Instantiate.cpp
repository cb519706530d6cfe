//===-- Instantiate.cpp - Calls that a summary explains -------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of LockFlow: a callee's summary in the caller's terms. Paths that start
// at the callee's parameters start at the arguments instead; pointers that the
// caller knows to be stored in an object are seen through.
//
//===----------------------------------------------------------------------===//

#include "analysis/LockFlow.h"

#include "llvm/Support/SaveAndRestore.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::OperandKind;

LockFlow::States LockFlow::callSummary(uint32_t Fact, BodyId Callee,
                                       const Binding &B, State S) {
  const Summary &Sum = In.Summaries[Callee.Index];
  if (Sum.inert())
    return only(std::move(S));
  ++Result.Instantiations;
  instantiateAcquisitions(Fact, Callee, B, S);
  instantiateNotes(Fact, Sum, B, S);
  if (!Unwinding && Facts.Facts[Fact].Unwind && choices(Fact) == 1)
    for (const Outcome &O : Sum.Throws) {
      llvm::SaveAndRestore Far(FarThrow, true);
      State Thrown = S;
      if (!instantiateOutcome(Fact, O, false, B, Thrown))
        continue;
      if (OnceFlag)
        release(Fact, OnceFlag, Thrown, /*Lenient=*/true);
      unwind(Fact, Thrown);
    }
  States After;
  bool Only = Sum.Outcomes.size() == 1;
  for (const Outcome &O : Sum.Outcomes) {
    State T = &O == &Sum.Outcomes.back() ? std::move(S) : S;
    if (!instantiateOutcome(Fact, O, Only, B, T))
      continue;
    instantiateThreads(Fact, Sum, B, T);
    instantiateHandOvers(Sum, B, T);
    After.push_back(std::move(T));
  }
  return After;
}

/// \p C of a callee, in terms of this function.
std::optional<Condition> LockFlow::ownTerms(const State &S, const Condition &C,
                                            const Binding &B) const {
  Condition Mine = C;
  Mine.Of = resolve(S, substitute(Paths, C.Of, B), true);
  if (Mine.Of.Kind == OperandKind::Unknown)
    return std::nullopt;
  if (auto Known = constantOf(S, Mine.Of))
    Mine.Of = Value::constant(*Known);
  return Mine;
}

/// Does this state know that \p When, of the callee, is not so?
bool LockFlow::contradicted(const State &S, llvm::ArrayRef<Condition> When,
                            const Binding &B) const {
  for (const Condition &C : When) {
    auto Mine = ownTerms(S, C, B);
    if (!Mine)
      continue;
    auto T = Mine->Is == Test::Nonzero ? truth(S, Mine->Of) : S.truth(*Mine);
    if (T && *T != C.Truth)
      return true;
  }
  return false;
}

void LockFlow::instantiateAcquisitions(uint32_t Fact, BodyId Callee,
                                       const Binding &B, const State &S) {
  const auto &List = In.Summaries[Callee.Index].Acquisitions;
  for (uint32_t I = 0; I < List.size(); ++I) {
    const Acquisition &Inner = List[I];
    if (contradicted(S, Inner.When, B))
      continue;
    Path Lock = resolve(S, substitute(Paths, Inner.Lock, B), true);
    Result.LockOperations += Recording;
    if (!Paths.known(Lock)) {
      Result.UnknownLocks += Recording;
      continue;
    }
    Acquisition A;
    A.Kind = Inner.Kind;
    A.Shared = Inner.Shared;
    A.Together = Inner.Together;
    A.Joins = Inner.Joins;
    A.IfJoinable = Inner.IfJoinable;
    A.At = {Body, Fact};
    for (Path P : Inner.With)
      A.With.push_back(resolve(S, substitute(Paths, P, B), true));
    for (const Condition &C : Inner.When)
      if (auto Mine = ownTerms(S, C, B))
        if (auto Told = forCallers(*Mine))
          A.When.push_back(*Told);
    A.Via = Callee;
    A.ViaIndex = I;
    A.Depth = Inner.Depth + 1;
    A.Choices = std::max(Inner.Choices, choices(Fact));
    for (Path P : Inner.Released)
      if (Path Q = resolve(S, substitute(Paths, P, B), true); Paths.known(Q)) {
        A.Released.push_back(Q);
        if (const Guard *G = S.guard(Q))
          A.Released.append(G->Locks.begin(), G->Locks.end());
      }
    llvm::SmallVector<Path, 1> Meant{Lock};
    if (const Guard *G = S.guard(Lock))
      Meant.assign(G->Locks.begin(), G->Locks.end());
    for (Path L : Meant) {
      A.Lock = L;
      takeThroughCall(Fact, A, S);
    }
  }
}

/// Of how many functions does this call run one? Code out of sight counts.
uint32_t LockFlow::choices(uint32_t Fact) const {
  const CallSite *Site = In.Graph.site(Body, Fact);
  return Site ? Site->choices() : 1;
}

void LockFlow::takeThroughCall(uint32_t Fact, const Acquisition &A,
                               const State &S) {
  const LockState *Held = A.Kind == WaitKind::Lock ? S.lock(A.Lock) : nullptr;
  if (Held && Held->Now == LockState::Held &&
      !givenBack(A.Lock, A.Released, S)) {
    if (isRecursive(A.Lock) ||
        (Held->Shared && A.Shared && mayReadAgain(A.Lock)) ||
        A.Choices > MaxCertainChoices)
      return;
    Issue I;
    I.What = Issue::DoubleLock;
    I.Lock = A.Lock;
    I.At = Fact;
    I.First = Held->At;
    I.Via = A.Via;
    I.ViaIndex = A.ViaIndex;
    I.Shared = A.Shared;
    I.WasShared = Held->Shared;
    noteIssue(I);
    return;
  }
  edges(Fact, A, S);
  noteAcquisition(A, S);
}

/// What the callee has left in objects.
void LockFlow::instantiateStores(const Outcome &O, const Binding &B,
                                 State &S) const {
  for (const Store &St : O.Stores) {
    Path Where = resolve(S, substitute(Paths, St.Where, B), true);
    Value What = resolve(S, substitute(Paths, St.What, B), true);
    if (Paths.definite(Where) && What.Kind != OperandKind::Unknown)
      S.store(Where, What);
  }
}

/// What the call did, if it ended as \p O says. False if it cannot have.
bool LockFlow::instantiateOutcome(uint32_t Fact, const Outcome &O, bool Only,
                                  const Binding &B, State &S) {
  if (contradicted(S, O.When, B))
    return false;
  if (!Only) {
    for (const Condition &C : O.When) {
      auto Mine = ownTerms(S, C, B);
      if (!Mine || Mine->Of.Kind != OperandKind::Load)
        continue;
      if (Mine->Is == Test::Nonzero)
        assume(S, Mine->Of, C.Truth, /*MayForget=*/false);
      else
        S.assume(*Mine);
    }
  }
  if (B.Result && (O.Result || O.Number)) {
    forgetResult(S, B.Result);
    if (O.Number)
      learnNumber(S, B.Result, *O.Number);
    if (O.Result)
      assume(S, Value::load(B.Result), *O.Result, /*MayForget=*/false);
  }
  instantiateStores(O, B, S);
  for (const NetEffect &N : O.Nets)
    applyNet(Fact, N, resolve(S, substitute(Paths, N.Lock, B), true), S);
  for (const Guard &G : O.Guards) {
    Guard New = G;
    New.Object = resolve(S, substitute(Paths, G.Object, B), true);
    New.At = {Body, Fact};
    New.Locks.clear();
    for (Path L : G.Locks)
      if (Path Lock = resolve(S, substitute(Paths, L, B), true);
          Paths.known(Lock))
        New.Locks.push_back(Lock);
    if (Paths.known(New.Object))
      S.setGuard(std::move(New));
  }
  for (Path L : O.Uncertain)
    if (Path Lock = resolve(S, substitute(Paths, L, B), true);
        Paths.known(Lock))
      S.takeUncertain(Lock);
  for (Path L : O.Unclear)
    if (Path Lock = resolve(S, substitute(Paths, L, B), true);
        Paths.known(Lock)) {
      LockState &State = S.touch(Lock, LockState::Maybe);
      State.Now = LockState::Maybe;
      State.At = {Body, Fact};
      PerhapsReleases.insert({Fact, Lock});
    }
  return true;
}

/// A lock that the callee took and kept, or gave back for us. That it may have
/// to wait for it was said by its acquisitions.
void LockFlow::applyNet(uint32_t Fact, const NetEffect &N, Path Lock,
                        State &S) {
  if (!Paths.known(Lock))
    return;
  if (!Paths.definite(Lock)) {
    if (N.Acquired)
      S.takeUncertain(Lock);
    else
      giveUncertain(Lock, S);
    return;
  }
  if (!N.Acquired) {
    if (N.Dies)
      guardDies(Fact, Lock, S);
    else
      release(Fact, Lock, S, /*Lenient=*/false, N.Back);
    return;
  }
  if (Guard *G = S.guard(Lock)) {
    guardAcquire(Fact, *G, {N.Shared, false, false}, S);
    return;
  }
  LockState &L = S.touch(Lock, LockState::Free);
  if (L.Now == LockState::Held) {
    if (isRecursive(Lock))
      L.Count = std::min(L.Count + 1, 4);
    return;
  }
  L.Now = LockState::Held;
  L.Shared = N.Shared;
  L.Count = 1;
  L.At = {Body, Fact};
  S.addAcquired(Lock);
}

/// Is \p V the guard of a function's static variable, and no once flag?
static bool isFunctionStatic(const link::Program &Program,
                             const PathTable &Paths, Path V) {
  const ProgramPath &N = Paths[V];
  if (N.Kind != PathKind::Global ||
      !(Program.variable(link::VariableSym(N.Number)).Flags &
        facts::VF_FunctionStatic))
    return false;
  link::RecordSym R = classOf(Program, typeOf(Program, Paths, V, BodyId()));
  const models::TypeModel *M = R ? Program.record(R).Model : nullptr;
  return !M || M->Role != models::TypeRole::Once;
}

void LockFlow::instantiateThreads(uint32_t Fact, const Summary &Callee,
                                  const Binding &B, State &S) {
  auto Mine = [&](Path P) {
    return throughWalkers(Paths, Walking,
                          resolve(S, substitute(Paths, P, B), true));
  };
  for (auto [From, To] : Callee.Moved)
    moveThreads(Mine(From), Paths.known(To) ? Mine(To) : To, S);
  for (const Running &R : Callee.Started) {
    Path Handle = Paths.known(R.Handle) ? Mine(R.Handle) : R.Handle;
    S.start({Handle, R.Spawn});
    noteHandle({Handle, R.Spawn});
  }
  for (Path P : Callee.Initialised)
    if (Path V = resolve(S, substitute(Paths, P, B), true); Paths.known(V)) {
      S.addInitialised(V);
      if (!isFunctionStatic(Program, Paths, V))
        S.addPassed(V);
    }
  for (Path P : Callee.Joined) {
    Path Handle = Mine(P);
    if (!Paths.known(Handle))
      continue;
    std::erase_if(S.Threads, [&](const Running &R) {
      return sameHandle(R.Handle, Handle);
    });
    S.addJoined(Handle);
  }
}

/// Are the two locks of a callee one and the same here? `transfer(a, a)`
void LockFlow::checkSameObject(uint32_t Fact, const OpenEdge &E) {
  if (E.MayBeOne || E.Held != E.Wanted || !Paths.definite(E.Held) ||
      isRecursive(E.Held))
    return;
  Issue I;
  I.What = Issue::LockedTwice;
  I.Lock = E.Held;
  I.At = Fact;
  I.First = E.HeldAt;
  I.Other = E.WantedAt;
  noteIssue(I);
}

/// Notifications and orders that only a caller can name.
void LockFlow::instantiateNotes(uint32_t Fact, const Summary &Callee,
                                const Binding &B, const State &S) {
  if (!Recording)
    return;
  for (const Notification &N : Callee.Notifications) {
    Notification Mine;
    Mine.Condition = resolve(S, substitute(Paths, N.Condition, B), true);
    Mine.At = N.At;
    Mine.After.assign(S.Acquired.begin(), S.Acquired.end());
    for (Path P : N.After)
      if (Path L = resolve(S, substitute(Paths, P, B), true);
          Paths.known(L) && !llvm::is_contained(Mine.After, L))
        Mine.After.push_back(L);
    llvm::sort(Mine.After);
    if (Paths.known(Mine.Condition))
      addNotification(std::move(Mine));
  }
  for (const OpenEdge &E : Callee.OpenEdges) {
    OpenEdge Mine = E;
    Mine.Held = resolve(S, substitute(Paths, E.Held, B), true);
    Mine.Wanted = resolve(S, substitute(Paths, E.Wanted, B), true);
    Mine.Through.insert(Mine.Through.begin(), Site{Body, Fact});
    Mine.MayBeOne |= choices(Fact) > MaxCertainChoices;
    // Only what one call passes twice is surely one object: not what a chain
    // of calls makes of one root.
    if (E.Through.empty() && Paths.isRoot(E.Held, PathKind::Parameter) &&
        Paths.isRoot(E.Wanted, PathKind::Parameter) &&
        Paths.rootOf(E.Held).Number != Paths.rootOf(E.Wanted).Number)
      checkSameObject(Fact, Mine);
    if (!Paths.known(Mine.Held) || !Paths.known(Mine.Wanted) ||
        llvm::is_contained(TheSummary.OpenEdges, Mine))
      continue;
    if (TheSummary.OpenEdges.size() < MaxOpenEdges && Mine.Through.size() < 8)
      TheSummary.OpenEdges.push_back(std::move(Mine));
    else
      TheSummary.Cut = Result.Cut = true;
  }
}
