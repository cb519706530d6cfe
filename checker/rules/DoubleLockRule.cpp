//===-- DoubleLockRule.cpp - double-lock ----------------------------------===//
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
      if (Bad.What != Issue::DoubleLock)
        continue;
      findings::Finding F;
      Site At{B, Bad.At};
      std::string Lock = W.lock(Bad.Lock, B);
      F.Where = W.place(At);
      F.Function = W.function(B);
      F.Key = F.Function + "\n" + Lock;
      F.Message = Bad.WasShared && !Bad.Shared
                      ? Lock + " is locked here while this thread already "
                               "holds it shared: it waits for itself"
                      : Lock + " is locked again while this thread already "
                               "holds it: it waits for itself";
      W.taken(F.Notes, Bad.First, Lock, " ...");
      Acquisition Again;
      Again.Lock = Bad.Lock;
      Again.Shared = Bad.Shared;
      Again.At = At;
      Again.Via = Bad.Via;
      Again.ViaIndex = Bad.ViaIndex;
      W.acquisition(F.Notes, Again, Lock, "... and, still holding it, ",
                    " again");
      W.note(F.Notes, F.Where,
             Bad.Via ? "release " + Lock + " before this call, or give " +
                           W.function(Bad.Via) +
                           " a variant that expects the lock to be held"
                     : "release " + Lock + " first, or drop this second lock");
      Out.push_back(std::move(F));
    }
  }
}

Rule rules::doubleLockRule() {
  return {"double-lock", "A lock is taken again by the thread that holds it",
          findings::Tier::High, true, check};
}
