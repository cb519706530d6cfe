//===-- UnlockNotHeldRule.cpp - unlock-not-held ---------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/Rules.h"
#include "rules/Witness.h"

using namespace fearless;
using namespace fearless::rules;
using namespace fearless::analysis;

static void check(const Analysis &A, Findings &Out) {
  Witness W(A);
  for (uint32_t I = 0; I < A.program().bodies().size(); ++I) {
    BodyId B(I);
    A.program().trim();
    for (const Issue &Bad : A.result(B).Issues) {
      bool Disagrees = Bad.What == Issue::UnlockDisagrees;
      if (Bad.What != Issue::UnlockNotHeld && !Disagrees)
        continue;
      findings::Finding F;
      std::string Lock = W.lock(Bad.Lock, B);
      F.Where = W.place({B, Bad.At});
      F.Function = W.function(B);
      F.Key = F.Function + "\n" + Lock + "\n" + std::to_string(Bad.At);
      if (Disagrees) {
        F.Message = Lock + " is unlocked here, but on some path to this point "
                           "it was never locked";
        W.note(F.Notes, W.place(Bad.First), "the other paths lock it here");
        W.note(F.Notes, F.Where,
               "lock it on every path to this point, or unlock it only where "
               "it was locked");
      } else {
        F.Message = Lock + " is unlocked here, but it is not held";
        if (Bad.First)
          W.note(F.Notes, W.place(Bad.First),
                 "it was given back here already");
        W.note(F.Notes, F.Where, "drop this unlock, or lock it before");
      }
      Out.push_back(std::move(F));
    }
  }
}

Rule rules::unlockNotHeldRule() {
  return {"unlock-not-held", "A lock is released that is not held",
          findings::Tier::High, true, check};
}
