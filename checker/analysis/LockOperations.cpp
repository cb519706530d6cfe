//===-- LockOperations.cpp - Taking and giving back locks -----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of LockFlow: what acquiring and releasing does to a state, to the order
// of locks, and to the summary. A guard that the function does not know (a
// parameter) stands for the lock that it is tied to, as a path of its own.
//
//===----------------------------------------------------------------------===//

#include "analysis/LockFlow.h"

#include "analysis/Types.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::OperandKind;

/// \p P with pointers replaced by what this state knows
/// to be stored in them.
Path LockFlow::resolve(const State &S, Path P, bool FromCallee) const {
  return In.Pointers.follow(P, [&](Path Place, uint32_t Version) {
    const Store *St = S.storeAt(Place);
    bool Pointer = St && (St->What.Kind == OperandKind::Address ||
                          St->What.Kind == OperandKind::Load);
    return Pointer && St->What.path() != Place &&
                   (St->Version == Version || (FromCallee && !Version))
               ? Paths.pointee(St->What)
               : Path();
  });
}

Value LockFlow::resolve(const State &S, Value V, bool FromCallee) const {
  if (!V.hasPath())
    return V;
  Path P = resolve(S, V.path(), FromCallee);
  if (!Paths.known(P))
    return Value::unknown();
  return {V.Kind, V.Version, P.Index};
}

static link::RecordSym classOfLock(const link::Program &Program,
                                   const PathTable &Paths, Path P, BodyId In) {
  return classOf(Program, typeOf(Program, Paths, P, In));
}

bool LockFlow::isGuardObject(Path P) const {
  link::RecordSym R = classOfLock(Program, Paths, P, Body);
  if (!R)
    return false;
  const models::TypeModel *M = Program.record(R).Model;
  return (M && M->Role == models::TypeRole::Guard) || In.Declared.isScoped(R);
}

bool LockFlow::isRecursive(Path Lock) const {
  if (link::RecordSym R = classOfLock(Program, Paths, Lock, Body))
    if (const models::TypeModel *M = Program.record(R).Model;
        (M && M->Recursive) || In.Declared.isReentrant(R))
      return true;
  const ProgramPath N = Paths[Lock];
  if (N.Kind == PathKind::Global &&
      Program.variable(link::VariableSym(N.Number)).RecursiveLock)
    return true;
  return LockKinds::contains(In.Kinds.Recursive, Paths, Lock);
}

/// May one thread hold it shared several times?
bool LockFlow::mayReadAgain(Path Lock) const {
  link::RecordSym R = classOfLock(Program, Paths, Lock, Body);
  const models::TypeModel *M = R ? Program.record(R).Model : nullptr;
  return !M || M->RecursiveReaders;
}

void LockFlow::noteIssue(Issue I) {
  if (!Recording)
    return;
  // How what attributes say is kept to, DeclaredFlow tells; but not that a lock
  // is taken twice by way of what its calls return.
  if (I.What != Issue::DoubleLock && I.What != Issue::LockedTwice &&
      Paths.known(I.Lock) &&
      In.Declared.isOpaque(classOfLock(Program, Paths, I.Lock, Body)))
    return;
  for (Issue &Old : Result.Issues)
    if (Old.What == I.What && Old.At == I.At && Old.Lock == I.Lock)
      return;
  Result.Issues.push_back(std::move(I));
}

/// Is \p Held given back by the time that what \p Released was given back
/// before is taken? Who gives back a lock that it was not seen to take had it
/// from here, under another name: `t[i]` may be `t[0]`.
bool LockFlow::givenBack(Path Held, llvm::ArrayRef<Path> Released,
                         const State &S) const {
  if (llvm::is_contained(Released, Held))
    return true;
  Path Mine = In.Classes.object(Held);
  auto MayBeMine = [&](Path Other) {
    Other = In.Classes.object(Other);
    return Paths[Mine].Kind == PathKind::Field &&
           Paths[Other].Kind == PathKind::Field &&
           Paths[Mine].Number == Paths[Other].Number;
  };
  auto IsHeld = [&](Path P) {
    const LockState *L = S.lock(P);
    return L && L->Now == LockState::Held;
  };
  return llvm::any_of(Released,
                      [&](Path P) { return !IsHeld(P) && MayBeMine(P); }) ||
         llvm::any_of(S.Locks, [&](const LockState &L) {
           return L.AtEntry == LockState::Held && L.Now == LockState::Free &&
                  MayBeMine(L.Lock);
         });
}

/// Everything held now comes before what is wanted.
void LockFlow::edges(uint32_t Fact, const Acquisition &A, const State &S) {
  if (!Recording || !Paths.known(A.Lock) ||
      llvm::is_contained(S.Initialised, A.Lock))
    return;
  auto IsHeld = [&](Path P) {
    const LockState *L = Paths.known(P) ? S.lock(P) : nullptr;
    return L && L->Now == LockState::Held;
  };
  if (!A.With.empty() && llvm::none_of(A.With, IsHeld))
    return;
  for (const LockState &L : S.Locks) {
    if (L.Now != LockState::Held || L.Lock == A.Lock ||
        givenBack(L.Lock, A.Released, S))
      continue;
    OrderEdge E;
    E.Held = L.Lock;
    E.HeldAt = L.At;
    E.HeldShared = L.Shared;
    E.Wanted = A;
    for (const LockState &G : S.Locks)
      if (G.Now == LockState::Held && G.Lock != L.Lock && G.Lock != A.Lock)
        (G.Shared ? E.SharedGates : E.Gates).push_back(G.Lock);
    for (const Condition &C : S.Known)
      if (auto Told = forCallers(C))
        E.When.push_back(*Told);
    E.Threads.assign(S.Threads.begin(), S.Threads.end());
    E.Joined = S.Joined;
    E.Ordered = comparesLocks(S, L.Lock, A.Lock);
    E.Recursive = A.Kind == WaitKind::Lock && isRecursive(A.Lock);
    E.MayBeOne = mayBeOne(S, L.Lock, A.Lock) || (L.Shared && A.Shared) ||
                 A.Choices > MaxCertainChoices;
    auto Same = llvm::find_if(Result.Edges, [&](const OrderEdge &O) {
      return O.Held == E.Held && O.Wanted.Lock == A.Lock &&
             O.Wanted.At == A.At && O.HeldAt == E.HeldAt;
    });
    if (Same == Result.Edges.end()) {
      Result.Edges.push_back(std::move(E));
      continue;
    }
    llvm::erase_if(Same->Gates,
                   [&](Path G) { return !llvm::is_contained(E.Gates, G); });
    llvm::erase_if(Same->SharedGates, [&](Path G) {
      return !llvm::is_contained(E.SharedGates, G);
    });
    llvm::erase_if(Same->When, [&](const Condition &C) {
      return !llvm::is_contained(E.When, C);
    });
    Same->Ordered &= E.Ordered;
    Same->MayBeOne |= E.MayBeOne;
    llvm::erase_if(Same->Joined,
                   [&](Path H) { return !llvm::is_contained(E.Joined, H); });
    for (const Running &R : E.Threads)
      if (!llvm::is_contained(Same->Threads, R))
        Same->Threads.push_back(R);
  }
}

/// Adds \p A to the summary, as callers see it.
void LockFlow::noteAcquisition(Acquisition A, const State &S) {
  if (!Recording || !Paths.visibleToCallers(A.Lock) ||
      llvm::is_contained(S.Initialised, A.Lock))
    return;
  llvm::erase_if(A.With, [&](Path P) { // Taken here: no caller held it.
    const LockState *L = Paths.known(P) ? S.lock(P) : nullptr;
    return L && L->AtEntry == LockState::Free;
  });
  llvm::erase_if(A.Released, [&](Path P) { // So is what is given back of it.
    const LockState *L = S.lock(P);
    return !Paths.visibleToCallers(P) || (L && L->AtEntry == LockState::Free);
  });
  for (const LockState &L : S.Locks)
    if (L.AtEntry == LockState::Held && L.Now == LockState::Free &&
        Paths.visibleToCallers(L.Lock) &&
        !llvm::is_contained(A.Released, L.Lock))
      A.Released.push_back(L.Lock);
  for (const Condition &C : S.Known)
    if (auto Told = forCallers(C); Told && !llvm::is_contained(A.When, *Told))
      A.When.push_back(*Told);
  for (Acquisition &Old : TheSummary.Acquisitions)
    if (Old.Lock == A.Lock && Old.Kind == A.Kind && Old.Shared == A.Shared &&
        Old.Together == A.Together && Old.Released == A.Released) {
      llvm::erase_if(Old.When, [&](const Condition &C) {
        return !llvm::is_contained(A.When, C);
      });
      if (A.Depth < Old.Depth) { // The shorter story.
        A.When = Old.When;
        Old = std::move(A);
      }
      return;
    }
  if (TheSummary.Acquisitions.size() >= MaxAcquisitions) {
    TheSummary.Cut = Result.Cut = true;
    return;
  }
  TheSummary.Acquisitions.push_back(std::move(A));
}

/// \p Lock is waited for, with all that is held.
void LockFlow::noteTaking(uint32_t Fact, Path Lock, Taking How,
                          const State &S) {
  Acquisition A;
  A.Lock = Lock;
  A.Shared = How.Shared;
  A.Together = How.Together;
  A.At = {Body, Fact};
  edges(Fact, A, S);
  noteAcquisition(std::move(A), S);
}

void LockFlow::acquire(uint32_t Fact, Path Lock, Taking How, State &S) {
  if (Recording)
    ++Result.LockOperations;
  if (!Paths.known(Lock)) {
    Result.UnknownLocks += Recording;
    S.takeUncertain(Paths.unknown());
    return;
  }
  if (!Paths.definite(Lock)) { // One of several: waited for, not surely held.
    if (How.Blocking)
      noteTaking(Fact, Lock, How, S);
    S.takeUncertain(Lock);
    return;
  }
  if (Guard *G = S.guard(Lock)) {
    guardAcquire(Fact, *G, How, S);
    return;
  }
  Site Here{Body, Fact};
  LockState &L = S.touch(Lock, LockState::Free);
  if (L.Now == LockState::Held && How.Blocking) {
    bool Readers = L.Shared && How.Shared;
    if (isRecursive(Lock) || (Readers && mayReadAgain(Lock))) {
      L.Count = std::min(L.Count + 1, 4);
      return;
    }
    Issue I;
    I.What = Issue::DoubleLock;
    I.Lock = Lock;
    I.At = Fact;
    I.First = L.At;
    I.Shared = How.Shared;
    I.WasShared = L.Shared;
    noteIssue(I);
    L.Count = std::min(L.Count + 1, 4); // Said once; its release is no news.
    return;
  }
  if (L.Now == LockState::Held) { // A try-lock that succeeds: recursive.
    L.Count = std::min(L.Count + 1, 4);
    return;
  }
  if (How.Blocking) {
    noteTaking(Fact, Lock, How, S);
    S.addAcquired(Lock);
  }
  L.Now = LockState::Held;
  L.Shared = How.Shared;
  L.Count = 1;
  L.At = Here;
}

/// A hold is given back in the mode in which it was taken.
void LockFlow::checkMode(uint32_t Fact, const LockState &L, Mode Back) {
  if (Back == Mode::Any || L.Now != LockState::Held ||
      L.AtEntry != LockState::Free || L.Shared == (Back == Mode::Shared))
    return;
  Issue I;
  I.What = Issue::UnlockWrongMode;
  I.Lock = L.Lock;
  I.At = Fact;
  I.First = L.At;
  I.WasShared = L.Shared;
  noteIssue(I);
}

/// `locks[j]` is given back where only `locks[i]` is known to be held: perhaps
/// they are one.
bool LockFlow::giveElement(Path Lock, State &S) {
  bool Any = false;
  for (LockState &L : S.Locks)
    if (L.Now == LockState::Held && mayBeOneElement(Lock, L.Lock)) {
      L.Now = LockState::Maybe;
      Any = true;
    }
  return Any;
}

/// A lock of several is given back: it is the one that was taken, whatever its
/// index is computed of here.
void LockFlow::giveUncertain(Path Lock, State &S) {
  std::erase_if(S.Uncertain, [&](Path P) {
    bool Given = P == Lock || mayBeOneElement(P, Lock);
    if (Given)
      UncertainGiven.insert(P);
    return Given;
  });
}

/// `Lock *l = try_lock_of(key); … unlock(l)`: what a pointer of this function's
/// own leads to is given back where but one lock of several may be held.
bool LockFlow::giveByPointer(Path Lock, State &S) {
  if (S.Uncertain.size() != 1 || Paths.visibleToCallers(Lock) ||
      Paths[Lock].Kind != PathKind::Deref)
    return false;
  UncertainGiven.insert(S.Uncertain[0]);
  S.Uncertain.clear();
  return true;
}

/// The same part of two elements of one array, of which one has an index that
/// is computed.
bool LockFlow::mayBeOneElement(Path A, Path B) const {
  while (A != B) {
    const ProgramPath X = Paths[A], Y = Paths[B];
    if (isElementStep(X.Kind) && isElementStep(Y.Kind))
      return X.Parent == Y.Parent && !(X.Kind == PathKind::ElementConst &&
                                       Y.Kind == PathKind::ElementConst);
    if (X.Kind != Y.Kind || X.Number != Y.Number || !X.Parent || !Y.Parent)
      return false;
    A = X.Parent;
    B = Y.Parent;
  }
  return false;
}

void LockFlow::release(uint32_t Fact, Path Lock, State &S, bool Lenient,
                       Mode Back) {
  Lenient |= FarThrow;
  if (Recording)
    ++Result.LockOperations;
  if (!Paths.known(Lock)) {
    Result.UnknownLocks += Recording;
    std::erase(S.Uncertain, Paths.unknown());
    return;
  }
  if (!Paths.definite(Lock)) {
    giveUncertain(Lock, S);
    return;
  }
  if (Guard *G = S.guard(Lock)) {
    guardRelease(Fact, *G, S);
    return;
  }
  Site Here{Body, Fact};
  LockState *L = S.lock(Lock);
  if (Recording && !Lenient) {
    ReleaseView &V = Releases[{Fact, Lock}];
    if (!L) {
      noteWhen(V.AbsentWhen, V.Absent, S);
      V.Absent = true;
    } else if (L->Now == LockState::Free && !L->At) {
      V.NeverTaken = true; // A try-lock that failed.
    } else if (L->Now == LockState::Held && L->AtEntry == LockState::Free) {
      noteWhen(V.HeldWhen, V.Held, S);
      V.Held = true;
      V.Taken = L->At;
    }
  }
  if (!L && (giveElement(Lock, S) || giveByPointer(Lock, S)))
    return;
  if (!L) {
    // Held by the caller, if the lock can be known to one.
    LockState &New = S.touch(Lock, LockState::Held);
    New.Now = LockState::Free;
    New.Count = 0;
    New.At = Here;
    New.Back = Back;
    if (!Lenient && isLocalObject(Lock)) {
      Issue I;
      I.What = Issue::UnlockNotHeld;
      I.Lock = Lock;
      I.At = Fact;
      noteIssue(I);
    }
    return;
  }
  checkMode(Fact, *L, Back);
  if (L->Now == LockState::Held && L->Count > 1) {
    --L->Count;
    return;
  }
  if (L->Now == LockState::Free && !L->At)
    return;
  if (L->Now == LockState::Free && !Lenient) {
    Issue I;
    I.What = Issue::UnlockNotHeld;
    I.Lock = Lock;
    I.At = Fact;
    I.First = L->At;
    noteIssue(I);
    return;
  }
  if (Recording && L->Now != LockState::Free && L->At)
    noteBalance(L->At.Fact, Fact);
  L->Balanced |= L->Now == LockState::Held && L->AtEntry == LockState::Free;
  L->Now = LockState::Free;
  L->Count = 0;
  if (!L->Adopted) // Else the mistake, if it is one, is there.
    L->At = Here;
  L->Adopted = false;
}

/// Keeps of \p When what a caller knows of \p S, too.
void LockFlow::noteWhen(std::vector<Condition> &When, bool Before,
                        const State &S) const {
  std::vector<Condition> Here;
  for (const Condition &C : S.Known)
    if (auto Told = forCallers(C))
      Here.push_back(*Told);
  if (!Before)
    When = std::move(Here);
  else
    std::erase_if(
        When, [&](const Condition &C) { return !llvm::is_contained(Here, C); });
}

void LockFlow::noteBalance(uint32_t Taken, uint32_t GivenBack) {
  for (uint32_t Fact : {Taken, GivenBack})
    if (const CallSite *Site = In.Graph.site(Body, Fact);
        Site && !Site->Model && !llvm::is_contained(Result.BalancedCalls, Fact))
      Result.BalancedCalls.push_back(Fact);
}

/// A lock that is a local variable, or a part of one: nobody else had it
/// before.
bool LockFlow::isLocalObject(Path P) const {
  if (!Paths.isRoot(P, PathKind::Local))
    return false;
  for (; P; P = Paths[P].Parent)
    if (Paths[P].Kind == PathKind::Deref)
      return false;
  return true;
}
