//===-- Disagreements.cpp - Paths of one function that disagree -----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of LockFlow: where paths release what others never took, or leave held
// what others release, one of them is wrong, unless something tells the callers
// which it was.
//
//===----------------------------------------------------------------------===//

#include "analysis/LockFlow.h"

#include <algorithm>

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::OperandKind;

/// The branch that decides about \p Fact and nothing else of this function:
/// `if (mt) lock();`, after which all goes on as without it.
std::optional<uint32_t> LockFlow::decidingBranch(uint32_t Fact) const {
  uint32_t Block = blockOf(Fact);
  std::optional<uint32_t> Only;
  for (uint32_t B = 0; B < Facts.Blocks.size(); ++B)
    if (llvm::is_contained(Facts.Blocks[B].Successors, facts::BlockId(Block))) {
      if (Only)
        return std::nullopt;
      Only = B;
    }
  if (!Only || Facts.Blocks[*Only].Successors.size() < 2)
    return std::nullopt;
  uint32_t After = PostDominator[*Only];
  // At the end of the function: an `if` without `else` and without a return.
  bool Last =
      llvm::is_contained(Facts.Blocks[*Only].Successors, facts::BlockId(After));
  if (After == Block || !(rejoins(*Only) || Last))
    return std::nullopt;
  return Only;
}

bool LockFlow::reaches(uint32_t From, uint32_t To) const {
  std::vector<bool> Seen(Facts.Blocks.size());
  std::vector<uint32_t> Stack{From};
  while (!Stack.empty()) {
    uint32_t B = Stack.back();
    Stack.pop_back();
    if (B == To)
      return true;
    if (Seen[B])
      continue;
    Seen[B] = true;
    for (facts::BlockId S : Facts.Blocks[B].Successors)
      Stack.push_back(S.Index);
  }
  return false;
}

/// Does the branch of \p Block test something computed before: a local
/// variable, the result of a call? Flags of the function's surroundings and
/// comparisons are taken as they are.
bool LockFlow::testsComputed(uint32_t Block) const {
  const Fact &Last = Facts.facts(Facts.Blocks[Block]).back();
  if (Last.Kind != FactKind::Assume)
    return false;
  Value V = canonical(convert(Facts.operands(Last)[0])).first;
  return V.Kind == OperandKind::Load &&
         (Paths.isRoot(V.path(), PathKind::Local) ||
          Paths.isRoot(V.path(), PathKind::Result));
}

/// Taken and given back on conditions that are both computed: whoever writes
/// that has a reason to think that the two agree, even where it cannot be seen.
/// \p End, if any, is a return that a lock reaches unreleased.
bool LockFlow::conditional(Site Taken, Site GivenBack,
                           std::optional<uint32_t> End) const {
  if (Taken.Body != Body || GivenBack.Body != Body)
    return false;
  auto First = decidingBranch(Taken.Fact);
  if (!First || !testsComputed(*First))
    return false;
  auto Branch = decidingBranch(GivenBack.Fact);
  return Branch && testsComputed(*Branch) &&
         (!End || reaches(*Branch, blockOf(*End)));
}

/// Where a lock is taken and given back on conditions, one that seems to be
/// taken again may have been given back, for a reason that cannot be seen.
void LockFlow::dropConditionalDoubleLocks() {
  llvm::erase_if(Result.Issues, [&](const Issue &I) {
    return I.What == Issue::DoubleLock && I.First &&
           llvm::any_of(Releases, [&](const auto &R) {
             uint32_t GivenBack = R.first.first;
             return R.first.second == I.Lock &&
                    conditional(I.First, {Body, GivenBack}, std::nullopt) &&
                    reaches(blockOf(I.First.Fact), blockOf(GivenBack));
           });
  });
}

/// `if (c) unlock(); … if (d) lock();` in a function that is called with the
/// lock held: it is taken back only where it was given back.
void LockFlow::excuseConditionalReacquisitions() {
  for (Acquisition &A : TheSummary.Acquisitions) {
    if (A.Kind != WaitKind::Lock || llvm::is_contained(A.Released, A.Lock) ||
        !decidingBranch(A.At.Fact))
      continue;
    auto Before = [&](uint32_t Fact, Path Lock) {
      return Lock == A.Lock && decidingBranch(Fact) &&
             reaches(blockOf(Fact), blockOf(A.At.Fact));
    };
    if (llvm::any_of(Releases,
                     [&](const auto &R) {
                       return Before(R.first.first, R.first.second);
                     }) ||
        llvm::any_of(PerhapsReleases,
                     [&](const auto &R) { return Before(R.first, R.second); }))
      A.Released.push_back(A.Lock);
  }
}

/// Does some exit leave \p Lock held that was held at entry, and given back?
bool LockFlow::takenBack(Path Lock) const {
  if (!Facts.Exit)
    return false;
  return llvm::any_of(BlockStates[Facts.Exit.Index], [&](const State &S) {
    const LockState *L = S.lock(Lock);
    return L && L->AtEntry == LockState::Held && L->Now == LockState::Held;
  });
}

void LockFlow::findDisagreements() {
  dropConditionalDoubleLocks();
  excuseConditionalReacquisitions();
  for (const auto &[Key, V] : Releases) {
    if (!V.NeverTaken && !(V.Held && V.Absent))
      continue;
    if (V.Held && conditional(V.Taken, {Body, Key.first}, std::nullopt))
      continue;
    bool Parameter = contradict(V.HeldWhen, V.AbsentWhen);
    if (V.Absent && Parameter && takenBack(Key.second))
      continue; // Given back for a while to whoever holds it at entry.
    Issue I;
    I.Parameter = Parameter;
    I.What = V.Held ? Issue::UnlockDisagrees : Issue::UnlockNotHeld;
    I.At = Key.first;
    I.Lock = Key.second;
    I.First = V.Taken;
    noteIssue(I);
  }
  if (!Facts.Exit)
    return;
  const auto &Exits = BlockStates[Facts.Exit.Index];
  for (const State &Holding : Exits)
    for (const LockState &L : Holding.Locks)
      if (L.Now == LockState::Held && L.AtEntry == LockState::Free)
        findLeak(Holding, L, Exits);
  for (const auto &[Thrown, Fact] : ThrowExits)
    for (const LockState &L : Thrown.Locks)
      if (L.Now == LockState::Held && L.AtEntry == LockState::Free)
        findLeakOnThrow(L, Fact, Exits);
}

/// Do two results that are not zero say that different things happened? The
/// values of an enumeration do, and numbers of different signs: of the same,
/// they are two errors.
bool LockFlow::resultsDiffer(const Numbers &A, const Numbers &B) const {
  const link::Body &Of = Program.body(Body);
  const facts::TranslationUnit &Unit = Program.unit(Of.Unit);
  facts::TypeId T = Unit.function(Of.Decl).Result;
  if (T && Unit.type(T).Kind == facts::TypeKind::Enum)
    return A.apart(B);
  return (A.Most < 0 && B.Least > 0) || (B.Most < 0 && A.Least > 0);
}

/// What tells the outcomes \p A and \p B of this function apart.
LockFlow::Telling LockFlow::tellsApart(const Outcome &A,
                                       const Outcome &B) const {
  if (A.Result && B.Result && *A.Result != *B.Result)
    return Telling::Result;
  if (A.Number && B.Number && resultsDiffer(*A.Number, *B.Number))
    return Telling::State;
  bool Parameter = false;
  for (const Condition &X : A.When)
    for (const Condition &Y : B.When)
      if (X.asks(Y) && X.Truth != Y.Truth) {
        if (Paths[X.Of.path()].Kind != PathKind::Parameter)
          return Telling::State;
        Parameter = true;
      }
  for (const Store &X : A.Stores)
    for (const Store &Y : B.Stores)
      if (X.Where == Y.Where && X.What.isConstant() && Y.What.isConstant() &&
          X.What != Y.What)
        return Telling::State;
  return Parameter ? Telling::Parameter : Telling::Nothing;
}

/// Does the call that takes a lock return an object, like a Status, that tells
/// whether it did? What such an object says is not followed.
bool LockFlow::toldByObject(Site Taken) const {
  const CallSite *Site =
      Taken.Body == Body ? In.Graph.site(Body, Taken.Fact) : nullptr;
  if (!Site || Facts.Facts[Taken.Fact].Kind != FactKind::Call)
    return false;
  return llvm::any_of(Site->Targets.Bodies, [&](BodyId B) {
    const link::Body &Callee = Program.body(B);
    const facts::TranslationUnit &Unit = Program.unit(Callee.Unit);
    facts::TypeId T = Unit.function(Callee.Decl).Result;
    return T && Unit.type(T).Kind == facts::TypeKind::Record;
  });
}

/// Another exit where the lock was taken and given back shows that the
/// function means to give it back. So does, where nothing tells the caller
/// which of the two it was, an exit where it could not be had.
void LockFlow::findLeak(const State &Holding, const LockState &L,
                        llvm::ArrayRef<State> Exits) {
  if (llvm::any_of(Result.Issues, [&](const Issue &I) {
        return I.What == Issue::DoubleLock && I.Lock == L.Lock;
      }))
    return; // Its releases were one too few for that.
  if (toldByObject(L.At) || llvm::any_of(Holding.Guards, [&](const Guard &G) {
        return G.Held == Owns::Yes && Paths.visibleToCallers(G.Object) &&
               llvm::is_contained(G.Locks, L.Lock);
      }))
    return; // Whoever has the object knows, and it gives the lock back.
  auto Mine = outcome(Holding);
  const State *Right = nullptr;
  Telling Best = Telling::State;
  for (const State &Other : Exits) {
    const LockState *O = Other.lock(L.Lock);
    if (!O || O->Now != LockState::Free || O->AtEntry != LockState::Free)
      continue;
    Telling T = tellsApart(*Mine, *outcome(Other));
    if (T >= Best || (!O->Balanced && T != Telling::Nothing))
      continue;
    Right = &Other;
    Best = O->Balanced ? T : Telling::Parameter;
  }
  if (!Right)
    return;
  const LockState *Other = Right->lock(L.Lock);
  std::optional<uint32_t> End;
  if (Holding.ReturnedAt)
    End = Holding.ReturnedAt.Fact;
  if (Other->Balanced && conditional(L.At, Other->At, End))
    return;
  Issue I;
  I.What = Best == Telling::Nothing ? Issue::LeakOnReturn : Issue::LeakByResult;
  I.Lock = L.Lock;
  I.First = L.At;
  if (Best == Telling::Result)
    I.Result = Mine->Result;
  if (Holding.ReturnedAt)
    I.At = Holding.ReturnedAt.Fact;
  else
    I.AtPlace = Facts.End;
  if (Other->Balanced)
    I.Other = Other->At;
  noteIssue(I);
}

void LockFlow::findLeakOnThrow(const LockState &L, uint32_t Fact,
                               llvm::ArrayRef<State> Exits) {
  for (const State &Other : Exits) {
    const LockState *O = Other.lock(L.Lock);
    if (!O || O->Now != LockState::Free || !O->Balanced)
      continue;
    Issue I;
    I.What = Issue::LeakOnThrow;
    I.Lock = L.Lock;
    I.At = Fact;
    I.First = L.At;
    I.Other = O->At;
    noteIssue(I);
    return;
  }
}

/// Guards that were told to wait with locking, and never locked.
void LockFlow::checkGuards() {
  for (const auto &[Object, Origin] : Deferred) {
    if (GuardsUsed.count(Object))
      continue;
    Issue I;
    I.What = Issue::GuardNeverLocked;
    I.Lock = Origin.second;
    I.At = Origin.first;
    noteIssue(I);
  }
}
