//===-- StaticGuards.cpp - Statics of functions as locks ------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of LockFlow: a static variable of a function is a lock while it is
// initialised, because others who come by wait. That matters where its
// initialiser may have to wait, too.
//
//===----------------------------------------------------------------------===//

#include "analysis/LockFlow.h"

using namespace fearless;
using namespace fearless::analysis;

void LockFlow::findStaticGuards() {
  if (!In.Graph.has(Body, CallGraph::InitialisesStatic))
    return;
  auto MayWait = [&](BodyId B) {
    return !In.Summaries[B.Index].Acquisitions.empty();
  };
  for (StaticGuard &G : staticGuards(Program, Body)) {
    std::optional<uint32_t> Waits;
    for (uint32_t R : G.Region) {
      uint32_t First = Facts.Blocks[R].FirstFact;
      for (uint32_t F = First; F < First + Facts.Blocks[R].FactCount; ++F)
        if (const CallSite *Site = In.Graph.site(Body, F))
          if (!Waits && llvm::any_of(Site->Targets.Bodies, MayWait))
            Waits = F;
    }
    if (Waits)
      Statics.push_back({Paths.root(PathKind::Global, G.Variable.Index), *Waits,
                         std::move(G)});
  }
}

void LockFlow::passGuard(uint32_t From, uint32_t To, State &S) {
  for (const Static &V : Statics) {
    if (From == V.Where.Block) {
      if (llvm::is_contained(S.Initialised, V.Guard))
        continue;
      LockState &L = S.touch(V.Guard, LockState::Free);
      if (L.Now == LockState::Held)
        continue;
      noteTaking(V.Fact, V.Guard, {}, S);
      if (To == V.Where.After) {
        S.addInitialised(V.Guard);
        continue;
      }
      L.Now = LockState::Held;
      L.Count = 1;
      L.At = {Body, V.Fact};
    } else if (To == V.Where.After &&
               llvm::is_contained(V.Where.Region, From)) {
      S.touch(V.Guard, LockState::Free).Now = LockState::Free;
      S.addInitialised(V.Guard);
    }
  }
}

/// An exception ended the initialiser: whoever comes next tries again.
void LockFlow::leaveGuards(State &S) const {
  llvm::erase_if(S.Locks, [&](const LockState &L) {
    return llvm::any_of(Statics,
                        [&](const Static &V) { return V.Guard == L.Lock; });
  });
}
