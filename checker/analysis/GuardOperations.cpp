//===-- GuardOperations.cpp - Guards take, give back and die --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of LockFlow: what a guard does to the locks that it is for.
//
//===----------------------------------------------------------------------===//

#include "analysis/LockFlow.h"

using namespace fearless;
using namespace fearless::analysis;

/// Is it an object of a class whose lock() does nothing?
bool LockFlow::isHollow(Path Lock) const {
  return !In.Kinds.Hollow.empty() && Paths.known(Lock) &&
         In.Kinds.Hollow.contains(
             classOf(Program, typeOf(Program, Paths, Lock, Body)));
}

void LockFlow::guardAcquire(uint32_t Fact, Guard &G, Taking How, State &S) {
  GuardsUsed.insert(G.Object);
  if (G.Held == Owns::Yes && How.Blocking && !G.Locks.empty()) {
    Issue I;
    I.What = Issue::DoubleLock;
    I.Lock = G.Locks[0];
    I.At = Fact;
    I.First = G.At;
    if (!isRecursive(G.Locks[0]))
      noteIssue(I);
    return;
  }
  Guard Copy = G; // acquire() may move the guards about.
  Copy.Held = Owns::Yes;
  Copy.At = {Body, Fact};
  How.Shared |= Copy.Shared;
  for (Path L : Copy.Locks)
    acquire(Fact, L, How, S);
  S.setGuard(std::move(Copy));
}

void LockFlow::guardRelease(uint32_t Fact, Guard &G, State &S) {
  Guard Copy = G;
  if (Copy.Held == Owns::No && !Copy.Locks.empty()) {
    Issue I;
    I.What = Issue::UnlockNotHeld;
    I.Lock = Copy.Locks[0];
    I.At = Fact;
    I.First = Copy.At;
    noteIssue(I);
    return;
  }
  for (Path L : Copy.Locks)
    release(Fact, L, S, Copy.Held == Owns::Maybe);
  Copy.Held = Owns::No;
  Copy.At = {Body, Fact};
  S.setGuard(std::move(Copy));
}

/// The guard dies. One that came from outside is somebody else's: its caller
/// finds that out from the release of the guard itself.
void LockFlow::guardDies(uint32_t Fact, Path Object, State &S) {
  if (!S.guard(Object) && Paths.visibleToCallers(Object))
    release(Fact, Object, S, /*Lenient=*/true);
  guardDrop(Fact, Object, S);
}

/// What the guard holds is given back.
void LockFlow::guardDrop(uint32_t Fact, Path Object, State &S) {
  Guard *G = S.guard(Object);
  if (!G)
    return;
  Guard Copy = *G;
  S.dropGuard(Object);
  if (Copy.Held == Owns::No)
    return;
  for (Path L : Copy.Locks)
    release(Fact, L, S, /*Lenient=*/Copy.Held == Owns::Maybe);
}
