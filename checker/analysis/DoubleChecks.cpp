//===-- DoubleChecks.cpp - Double-checked locking -------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/DoubleChecks.h"

using namespace fearless;
using namespace fearless::analysis;

/// Does the branch \p C look at what \p O reads?
static bool looksAt(Operations::Inside &In, const CriticalSections::Control &C,
                    const Operation &O) {
  Origins From =
      In.Values.of(In.View.facts().operands(In.View.fact(C.Branch))[0]);
  return Operations::comesFrom(In, O, From) &&
         In.Sections.way(O.Fact, C.Branch, Path(), {O.Fact}).Any;
}

/// Is \p Set reached only by two branches on what \p Check reads, the second
/// with the lock, which is taken next where the first, without it, says so?
bool DoubleChecks::looksAgain(Operations::Inside &In, const Operation &Check,
                              const Operation &Set, Path Lock) const {
  bool Again = llvm::any_of(
      In.Sections.controls(Set.Fact), [&](const CriticalSections::Control &C) {
        return llvm::any_of(In.All, [&](const Operation &O) {
          return O.Where == Check.Where && O.Reads && !O.Writes &&
                 In.Sections.held(O.Fact, Lock) && looksAt(In, C, O);
        });
      });
  auto Begins = In.Sections.begins(Set.Fact, Lock);
  return Again && !Begins.empty() && llvm::all_of(Begins, [&](uint32_t Begin) {
           auto Controls = In.Sections.controls(Begin);
           auto Last =
               llvm::max_element(Controls, [](const auto &A, const auto &B) {
                 return A.Branch < B.Branch;
               });
           return Last != Controls.end() && looksAt(In, *Last, Check);
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
               (O.Atomic || (O.At.Body == B && Set.At.Body == B)) &&
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
