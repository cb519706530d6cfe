//===-- Loops.cpp - What the next round of a loop forgets -----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of LockFlow: a name or a number in a loop means something else each time
// round. The head of a loop makes a definition of its own of whatever the loop
// assigns (extract/Versions.h): loads in the loop see that one, and what a
// state knows to be stored there is renumbered as it.
//
//===----------------------------------------------------------------------===//

#include "analysis/LockFlow.h"
#include "analysis/Types.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::OperandKind;

void LockFlow::findLoops(const FlowOrder &Flow) {
  for (uint32_t Head : Flow.loopHeads()) {
    Loop &L = Loops[Head];
    for (uint32_t B : Flow.loopBlocks(Head))
      for (const Fact &F : Facts.facts(Facts.Blocks[B])) {
        if (F.Kind == FactKind::Assign || F.Kind == FactKind::Write)
          L.Assigned.insert(View.path(F.Path));
        if (F.Kind == FactKind::Assign && F.Detail) {
          uint32_t &First =
              L.FirstVersion.try_emplace(View.path(F.Path), F.Detail)
                  .first->second;
          First = std::min(First, F.Detail);
        }
        if (F.Kind == FactKind::Call || F.Kind == FactKind::Allocate) {
          L.Ordinals.insert(F.Detail);
          if (F.Path)
            L.Assigned.insert(View.path(F.Path));
        }
      }
    findCursors(L, Head, Flow);
  }
}

/// Is \p V computed from something that the loop stores anew?
bool LockFlow::changesInLoop(const Loop &L, Value V, unsigned Depth) const {
  if (V.hasPath())
    return L.Assigned.contains(V.path()) || changesInLoop(L, V.path());
  if (V.Kind != OperandKind::Value || V.Version != Body.Index || Depth > 6)
    return false;
  const facts::ValueNode &N = Facts.Values[V.Number];
  return changesInLoop(L, convert(N.A), Depth + 1) ||
         changesInLoop(L, convert(N.B), Depth + 1);
}

/// Does \p P mean another object each time round the loop? `cur->mu` after
/// `cur = cur->next`, `locks[i]`, the result of a call in the loop.
bool LockFlow::changesInLoop(const Loop &L, Path P) const {
  for (; P; P = Paths[P].Parent) {
    const ProgramPath &N = Paths[P];
    if (N.Kind == PathKind::ElementValue &&
        changesInLoop(L, Paths.indexOf(N), 0))
      return true;
    if (N.Kind == PathKind::Deref && N.Version != 0 &&
        L.Assigned.contains(N.Parent))
      return true;
    if ((N.Kind == PathKind::Result || N.Kind == PathKind::Allocation) &&
        N.Version == Body.Index && L.Ordinals.contains(N.Number))
      return true;
  }
  return false;
}

/// Does \p V say what something that the loop assigns is in this round?
bool LockFlow::ofRound(const Loop &L, Value V, unsigned Depth) const {
  if (V.Kind == OperandKind::Load) {
    auto It = L.FirstVersion.find(V.path());
    return It != L.FirstVersion.end() && V.Version + 1 >= It->second;
  }
  if (V.Kind != OperandKind::Value || V.Version != Body.Index || Depth > 6)
    return false;
  const facts::ValueNode &N = Facts.Values[V.Number];
  return ofRound(L, convert(N.A), Depth + 1) ||
         ofRound(L, convert(N.B), Depth + 1);
}

/// The pointers that the loop moves on, and that it locks or unlocks by, with
/// the version that they have at its head.
void LockFlow::findCursors(Loop &L, uint32_t Head, const FlowOrder &Flow) {
  for (uint32_t B : Flow.loopBlocks(Head)) {
    const facts::Block &Block = Facts.Blocks[B];
    for (uint32_t I = Block.FirstFact; I < Block.FirstFact + Block.FactCount;
         ++I) {
      const CallSite *Site = In.Graph.site(Body, I);
      if (!Site ||
          !Site->has({models::EffectKind::Acquire, models::EffectKind::Release,
                      models::EffectKind::GuardAcquire}))
        continue;
      for (Value V : View.arguments(Facts.Facts[I]))
        for (Path P = V.hasPath() ? V.path() : Path(); P; P = Paths[P].Parent) {
          const ProgramPath &N = Paths[P];
          auto First = N.Kind == PathKind::Deref ? L.FirstVersion.find(N.Parent)
                                                 : L.FirstVersion.end();
          if (First != L.FirstVersion.end() && N.Version + 1 == First->second &&
              Paths[N.Parent].Kind == PathKind::Local)
            L.Cursors[N.Parent] = P;
        }
    }
  }
}

/// At the head of a loop: `prev->mu` is what is locked of the object that
/// `prev` points to by now, whatever it was locked as. Hand over hand, the lock
/// of the next round has the name of this one's.
void LockFlow::nameByCursors(const Loop &L, State &S) const {
  if (L.Cursors.empty())
    return;
  // What a cursor points to, as it was called before.
  llvm::SmallVector<std::pair<Path, Path>, 2> Names;
  for (Store &St : S.Stores)
    if (auto It = L.Cursors.find(St.Where);
        It != L.Cursors.end() && St.What.hasPath()) {
      Names.push_back({Paths.pointee(St.What), It->second});
      St.Version = Paths[It->second].Version;
      St.What = Value::load(St.Where, St.Version);
    }
  // What the names meant until now is locked without a name, or forgotten.
  auto Stale = [&](Path P) {
    return llvm::any_of(Names, [&](const auto &N) {
      return N.first != N.second && Paths.startsWith(P, N.second) &&
             !Paths.startsWith(P, N.first);
    });
  };
  for (const LockState &Lock : S.Locks)
    if (Lock.Now == LockState::Held && Stale(Lock.Lock))
      S.takeUncertain(Lock.Lock);
  llvm::erase_if(S.Locks,
                 [&](const LockState &Lock) { return Stale(Lock.Lock); });
  auto Rename = [&](Path &P) {
    std::pair<Path, Path> Best;
    for (auto [Old, New] : Names)
      if (Old != New && Paths.startsWith(P, Old) &&
          (!Best.first || Paths[Old].Length > Paths[Best.first].Length))
        Best = {Old, New};
    if (Best.first)
      P = Paths.rebase(P, Best.first, Best.second);
  };
  for (LockState &Lock : S.Locks)
    Rename(Lock.Lock);
  llvm::sort(S.Locks, [](const LockState &A, const LockState &B) {
    return A.Lock < B.Lock;
  });
  for (Guard &G : S.Guards)
    for (Path &Lock : G.Locks)
      Rename(Lock);
}

/// Is \p P named by a cursor, as nameByCursors() names it?
static bool byCursor(const PathTable &Paths,
                     const llvm::DenseMap<Path, Path> &Cursors, Path P) {
  for (Path Q = P; Q; Q = Paths[Q].Parent)
    if (Paths[Q].Kind == PathKind::Deref)
      if (auto It = Cursors.find(Paths[Q].Parent); It != Cursors.end())
        return It->second == Q;
  return false;
}

/// The next round of a loop begins: what was locked by a name that now means
/// something else is a lock without a name.
void LockFlow::forgetRound(const Loop &Round, State &S) const {
  auto Forgotten = [&](Path Lock) {
    return changesInLoop(Round, Lock) && !byCursor(Paths, Round.Cursors, Lock);
  };
  for (const LockState &L : S.Locks)
    if (L.Now == LockState::Held && Forgotten(L.Lock))
      S.takeUncertain(L.Lock);
  llvm::erase_if(S.Locks,
                 [&](const LockState &L) { return Forgotten(L.Lock); });
  for (Guard &G : S.Guards)
    llvm::erase_if(G.Locks, Forgotten);
  for (Store &St : S.Stores)
    if (Round.FirstVersion.contains(St.Where))
      settle(S, St);
  std::erase_if(S.Stores, [&](const Store &St) {
    return isNumber(St.Where) && ofRound(Round, St.What);
  });
  std::erase_if(S.Known,
                [&](const Condition &C) { return ofRound(Round, C.Of); });
}

bool LockFlow::isNumber(Path P) const {
  TypeRef T = typeOf(Program, Paths, P, Body);
  facts::TypeKind K =
      T ? Program.unit(T.Unit).type(T.Type).Kind : facts::TypeKind::Other;
  return K == facts::TypeKind::Bool || K == facts::TypeKind::Integer ||
         K == facts::TypeKind::Enum;
}

/// What is stored as a value that will soon mean another is kept as the number
/// that it is, if that is known.
void LockFlow::settle(const State &S, Store &St) const {
  if (St.What.isConstant() || !isNumber(St.Where))
    return;
  TypeRef T = typeOf(Program, Paths, St.Where, Body);
  bool Bool = Program.unit(T.Unit).type(T.Type).Kind == facts::TypeKind::Bool;
  if (auto Known = constantOf(S, St.What))
    St.What = Value::constant(*Known);
  else if (auto Told = truth(S, St.What); Told && (Bool || !*Told))
    St.What = Value::constant(*Told);
}

/// At the head of a loop: numbers stored before it, or in the last round.
void LockFlow::renumberStores(const Loop &L, State &S) const {
  for (Store &St : S.Stores)
    if (auto It = L.FirstVersion.find(St.Where);
        It != L.FirstVersion.end() && isNumber(St.Where)) {
      settle(S, St);
      St.Version = It->second - 1;
    }
}
