//===-- InconsistentGuardRule.cpp - inconsistent-guard --------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/GuardHabits.h"
#include "rules/Rules.h"
#include "rules/Witness.h"

using namespace fearless;
using namespace fearless::rules;
using namespace fearless::analysis;
using findings::Finding;

/// \p Others: data that are accessed at the same place, without the same lock.
static Finding report(const Analysis &A, const InconsistentGuard &I,
                      unsigned Others) {
  Witness W(A);
  std::string Name = W.quoted(A.keys().name(I.Data)),
              Guard = W.quoted(A.keys().name(I.Guard));
  auto Does = [](bool Writes) { return Writes ? "writes" : "reads"; };
  Finding F;
  F.Where = W.place(I.Without);
  F.Function = W.function(I.Without.Body);
  F.Key = F.Function + Name;
  F.Message = Name +
              (Others ? " and " + std::to_string(Others) + " more are "
                      : std::string(" is ")) +
              (I.Writes ? "written" : "read") + " here without " + Guard +
              ", which is held for " + (Others ? "them" : "it") + " elsewhere";
  if (I.CalledWith) {
    W.note(F.Notes, W.place(I.CalledWith),
           W.function(I.CalledWith.Body) +
               " holds the lock for it here (as at " +
               std::to_string(I.Guarded) + " of " + std::to_string(I.Accesses) +
               " calls)");
    W.note(F.Notes, W.place(I.CalledWithout),
           W.function(I.CalledWithout.Body) +
               " comes here without, and may run in another thread at the "
               "same time");
  } else {
    W.note(F.Notes, W.place(I.With),
           W.function(I.With.Body) + " " + Does(I.WithWrites) +
               " it here, with the lock (as at " + std::to_string(I.Guarded) +
               " of " + std::to_string(I.Accesses) + " accesses)");
    W.note(F.Notes, F.Where,
           F.Function + " may run in another thread at the same time" +
               (I.More ? "; so may " + std::to_string(I.More) +
                             " more functions without the lock"
                       : ""));
  }
  W.note(F.Notes, A.keys().declaration(I.Data),
         "hold " + Guard + " at every access" + W.orAtomic(I.Data, Name));
  F.Subjects = {"guard in " + F.Function,
                W.doubleCheck(I.Without.Body, I.Guard)};
  return F;
}

static void check(const Analysis &A, Findings &Out) {
  // One for each place and lock: the first of the data.
  std::map<std::pair<Site, LockKey>,
           std::pair<const InconsistentGuard *, unsigned>>
      ByPlace;
  for (const InconsistentGuard &I : A.guardHabits().found())
    if (A.declaredGuards().guards(I.Data).empty()) {
      auto &[First, Others] = ByPlace[{I.Without, I.Guard}];
      Others += bool(First);
      First = First ? First : &I;
    }
  for (const auto &[Place, Data] : ByPlace)
    Out.push_back(report(A, *Data.first, Data.second));
}

Rule rules::inconsistentGuardRule() {
  return {"inconsistent-guard",
          "Data are accessed without their usual lock",
          findings::Tier::High,
          false,
          check,
          {"unnamed-guard", "double-checked-locking"}};
}
