//===-- UseAfterSendRule.cpp - use-after-send -----------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/UsesAfterSend.h"
#include "rules/Rules.h"
#include "rules/Witness.h"

using namespace fearless;
using namespace fearless::rules;
using namespace fearless::analysis;
using findings::Finding;

static Finding report(const Analysis &A, const UseAfterSend &U) {
  Witness W(A);
  std::string Name = describe(A.program(), A.paths(), U.What, U.Body);
  Name = Name.empty() ? "a value" : W.quoted(Name);
  std::string To =
      U.Starts ? "the thread that is started there" : "another thread";
  Finding F;
  F.Where = W.place({U.Body, U.Use});
  F.Function = W.function(U.Body);
  F.Key = F.Function + Name;
  F.Message = U.Pointee
                  ? "what " + Name + " pointed to is used here, after " + Name +
                        " was moved to another thread"
                  : Name + " is used here after it was moved to another thread";
  if (U.Again) {
    F.Where = W.place({U.Body, U.Sent});
    F.Message = Name + " is moved to another thread here in each round of the "
                       "loop, and only the first has something to move";
    W.note(F.Notes, F.Where,
           "make one for each round, or share it: copy a std::shared_ptr");
    return F;
  }
  W.note(F.Notes, W.place({U.Body, U.Sent}), Name + " is moved here, to " + To);
  W.note(F.Notes, F.Where,
         U.Pointee ? "use it before it is moved, or share it: std::shared_ptr"
                   : "take what is needed from " + Name +
                         " before it is moved, or give it a new value");
  return F;
}

static void check(const Analysis &A, Findings &Out) {
  for (const UseAfterSend &U : A.usesAfterSend().found())
    Out.push_back(report(A, U));
}

Rule rules::useAfterSendRule() {
  return {"use-after-send", "A value is used after it was sent away",
          findings::Tier::High, false, check};
}
