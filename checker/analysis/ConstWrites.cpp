//===-- ConstWrites.cpp - Const member functions that write ---------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/ConstWrites.h"

using namespace fearless;
using namespace fearless::analysis;

/// How far up callers are asked for a lock.
static constexpr unsigned MaxDepth = 4;

Site ConstWrites::find(link::FieldSym F) {
  if (!Collected)
    collect();
  auto It = Found.find(F);
  return It == Found.end() ? Site() : It->second;
}

void ConstWrites::collect() {
  Collected = true;
  for (const auto &[Key, Places] : All.byKey())
    for (const AccessPlace &P : Places)
      add(P);
  for (const AccessPlace &P : All.byPointer())
    add(P);
}

void ConstWrites::add(const AccessPlace &P) {
  const link::FunctionSymbol &F =
      Program.function(Program.body(P.Body).Function);
  if (!P.Write || P.Frees)
    return;
  if (F.has(facts::FnF_LambdaCall))
    return;
  addMutable(P, F);
  if (!F.has(facts::FnF_Const))
    return;
  auto Steps = Paths.prefixes(P.Of);
  if (Steps.size() < 3 || Paths[Steps[0]].Kind != PathKind::Parameter ||
      Paths[Steps[0]].Number != 0 || Paths[Steps[1]].Kind != PathKind::Deref ||
      Paths[Steps[2]].Kind != PathKind::Field || underLock(P.Body, P.Fact, 0))
    return;
  keep(link::FieldSym(Paths[Steps[2]].Number), {P.Body, P.Fact});
}

/// Nobody needs `mutable` but who writes through const: a handle that a const
/// member function gives out, say. The class's own functions that are not const
/// are none of those.
void ConstWrites::addMutable(const AccessPlace &P,
                             const link::FunctionSymbol &F) {
  for (Path Q = P.Of; Q; Q = Paths[Q].Parent) {
    if (Paths[Q].Kind == PathKind::Deref)
      return;
    if (Paths[Q].Kind != PathKind::Field)
      continue;
    const link::FieldSymbol &Field =
        Program.field(link::FieldSym(Paths[Q].Number));
    if (Field.Flags & facts::FdF_Mutable && F.Owner != Field.Owner &&
        !underLock(P.Body, P.Fact, 0))
      keep(link::FieldSym(Paths[Q].Number), {P.Body, P.Fact});
  }
}

void ConstWrites::keep(link::FieldSym F, Site At) {
  auto [It, New] = Found.try_emplace(F, At);
  if (!New)
    It->second = std::min(It->second, At);
}

/// A lock is held there, or by everybody who gets there.
bool ConstWrites::underLock(BodyId B, uint32_t Fact, unsigned Depth) const {
  const PointState *S = Results[B.Index].point(Fact);
  if (S && (!S->Held.empty() || !S->Uncertain.empty()))
    return true;
  auto Callers = Graph.callers(B);
  return Depth < MaxDepth && !Callers.empty() &&
         llvm::all_of(Callers, [&](const CallGraph::Caller &C) {
           return underLock(C.Body, C.Fact, Depth + 1);
         });
}
