//===-- DoubleChecks.cpp - Double-checked locking -------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/DoubleChecks.h"

using namespace fearless;
using namespace fearless::analysis;

/// Is \p Set reached only by two branches on what \p Check reads, the second
/// with the lock, which is only taken where the first, without it, says so?
bool DoubleChecks::looksAgain(Operations::Inside &In, const Operation &Check,
                              const Operation &Set, Path Lock) const {
  auto Branches = [&](uint32_t Fact, bool Held) {
    return llvm::any_of(
        In.Sections.controls(Fact), [&](const CriticalSections::Control &C) {
          Origins From =
              In.Values.of(In.View.facts().operands(In.View.fact(C.Branch))[0]);
          return llvm::any_of(In.All, [&](const Operation &O) {
            return O.Where == Check.Where && O.Reads && !O.Writes &&
                   In.Sections.held(O.Fact, Lock) == Held &&
                   (Held || O.Fact == Check.Fact) &&
                   Operations::comesFrom(In, O, From) &&
                   In.Sections.way(O.Fact, C.Branch, Path(), {O.Fact}).Any;
          });
        });
  };
  return Branches(Set.Fact, /*Held=*/true) &&
         llvm::all_of(In.Sections.begins(Set.Fact, Lock), [&](uint32_t Begin) {
           return Branches(Begin, /*Held=*/false);
         });
}

void DoubleChecks::look(Operations::Inside &In) {
  BodyId B = In.View.body();
  auto Contexts = Roots.contexts(B);
  if (Contexts.empty())
    return;
  for (const Operation &Set : In.All) {
    if (!Set.Writes || Set.Modifies || !Paths.definite(Set.Where))
      continue;
    LockKey Of = Keys.key(Set.Where, B);
    if (!Of || llvm::any_of(Found, [&](const DoubleCheck &D) {
          return D.Body == B && D.Of == Of;
        }))
      continue;
    for (Path Lock : In.Sections.heldAt(Set.Fact)) {
      auto Check = llvm::find_if(In.All, [&](const Operation &O) {
        return O.Where == Set.Where && O.Atomic == Set.Atomic && O.Reads &&
               !O.Writes && !In.Sections.held(O.Fact, Lock) &&
               looksAgain(In, O, Set, Lock);
      });
      if (Check == In.All.end())
        continue;
      DoubleCheck D{B, Of, Check->Fact, Set.Fact, Keys.key(Lock, B)};
      D.Plain = !Check->Atomic;
      D.WeakCheck = Check->Atomic && !acquires(Check->Order);
      D.WeakSet = Set.Atomic && !releases(Set.Order);
      D.OnlyOutside = llvm::all_of(Contexts, [&](const RootContext &C) {
        return Roots.root(C.Root).What == Root::Library;
      });
      if (D.Plain || D.WeakCheck || D.WeakSet)
        Found.push_back(D);
      break;
    }
  }
}
