//===-- ThreadBoundRule.cpp - thread-bound --------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/ClassMarkers.h"
#include "rules/Rules.h"
#include "rules/SendStory.h"

using namespace fearless;
using namespace fearless::rules;
using namespace fearless::analysis;
using findings::Finding;

static std::string threadName(const Analysis &A, RootId R) {
  const Root &Home = A.threads().root(R);
  if (Home.What == Root::Main)
    return "the main thread";
  return "the thread started at " + Witness::text(Witness(A).place(Home.Spawn));
}

static Finding report(const Analysis &A, const StrayUse &U,
                      link::RecordSym Class) {
  Witness W(A);
  std::string Name = describe(A.program(), A.paths(), U.Of, U.At.Body);
  if (Name.empty())
    Name = describe(A.program(), A.paths(), U.Object, BodyId());
  std::string Type = W.quoted(displayName(A.program(), Class));
  std::string Object = Name.empty() ? "a " + Type : W.quoted(Name);
  Finding F;
  F.Where = W.place(U.At);
  F.Function = W.function(U.At.Body);
  F.Key = F.Function + Object;
  F.Tier = findings::Tier::High;
  F.Message = Object + " is used off its thread: only " +
              threadName(A, U.Home) + ", which made it, may use this " + Type;
  std::string Chain = W.chain(U.At.Body, U.Here.Root, U.Here.Way);
  W.root(F.Notes, U.Here,
         Chain.empty() ? "the use" : "the use, through " + Chain + ",");
  if (U.Made)
    W.note(F.Notes, W.place(U.Made), "the object is made here");
  if (U.More)
    W.note(F.Notes, F.Where,
           "the same thread uses it at " + std::to_string(U.More) + " more " +
               (U.More == 1 ? "place" : "places"));
  W.note(F.Notes, F.Where,
         "let its own thread do this: hand the call to that thread's event "
         "loop or queue");
  return F;
}

static void check(const Analysis &A, Findings &Out) {
  for (const StrayUse &U : A.strayUses()) {
    link::RecordSym Class =
        classOf(A.program(), typeOf(A.program(), A.paths(), U.Of, U.At.Body));
    if (Class)
      Out.push_back(report(A, U, Class));
  }
}

Rule rules::threadBoundRule() {
  return {"thread-bound", "An object is used by another thread than its own",
          findings::Tier::High, false, check};
}
