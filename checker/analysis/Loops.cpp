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

/// The next round of a loop begins: what was locked by a name that now means
/// something else is a lock without a name.
void LockFlow::forgetRound(const Loop &Round, State &S) const {
  for (const LockState &L : S.Locks)
    if (L.Now == LockState::Held && changesInLoop(Round, L.Lock))
      S.takeUncertain(L.Lock);
  llvm::erase_if(S.Locks, [&](const LockState &L) {
    return changesInLoop(Round, L.Lock);
  });
  for (Guard &G : S.Guards)
    llvm::erase_if(G.Locks, [&](Path L) { return changesInLoop(Round, L); });
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
