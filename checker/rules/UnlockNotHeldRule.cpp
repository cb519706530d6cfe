//===-- UnlockNotHeldRule.cpp - unlock-not-held ---------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/Types.h"
#include "rules/DeclaredStory.h"
#include "rules/Rules.h"
#include "rules/SendStory.h"

#include <set>

using namespace fearless;
using namespace fearless::rules;
using namespace fearless::analysis;

/// Does some caller lock what \p B unlocks for it?
static bool usedAsUnlock(const Analysis &A, BodyId B) {
  return llvm::any_of(A.graph().callers(B), [&](const CallGraph::Caller &C) {
    return llvm::is_contained(A.result(C.Body).BalancedCalls, C.Fact);
  });
}

/// Is \p At where a guard adopts what it takes to be held?
static bool adopts(const Analysis &A, Site At) {
  const CallSite *Call = A.graph().site(At.Body, At.Fact);
  return Call && Call->has({models::EffectKind::GuardAdopt});
}

static const char *notHeld(bool Adopts) {
  return Adopts
             ? " is adopted here, but it is not held: the guard unlocks what "
               "nobody locked"
             : " is unlocked here, but it is not held";
}

static const char *adviceFor(bool Adopts) {
  return Adopts ? "lock it before, or let the guard lock it"
                : "drop this unlock, or lock it before";
}

/// Is what is given back a guard's, which somebody may have moved here?
static bool ofGuard(const Analysis &A, const RootEnd &E) {
  link::RecordSym R =
      classOf(A.program(), typeOf(A.program(), A.paths(), E.Lock, E.At.Body));
  const models::TypeModel *M = R ? A.program().record(R).Model : nullptr;
  return M && M->Role == models::TypeRole::Guard;
}

/// A thread gives back what it never took.
static findings::Finding neverLocked(const Analysis &A, const Witness &W,
                                     const RootEnd &E) {
  findings::Finding F;
  std::string Lock = W.lock(E.Lock, E.At.Body);
  F.Where = W.place(E.At);
  F.Function = W.function(E.At.Body);
  F.Key = F.Function + "\n" + Lock + "\n" + std::to_string(E.At.Fact);
  F.Message = Lock + notHeld(adopts(A, E.At));
  if (ofGuard(A, E))
    F.Subjects = {
        guardSubject(A, E.Calls.empty() ? E.At.Body : E.Calls.front().Body)};
  W.rootEnd(F.Notes, E);
  bool Library = E.Root && A.threads().root(E.Root).What == Root::Library;
  W.note(F.Notes, F.Where,
         Library ? "nothing in the program locks " + Lock +
                       " and keeps it for this unlock"
                 : "nothing on the way here locks " + Lock);
  W.note(F.Notes, F.Where, adviceFor(adopts(A, E.At)));
  return F;
}

/// A reader's hold is given back as a writer's, or the other way round.
static findings::Finding wrongMode(const Witness &W, BodyId B,
                                   const Issue &Bad) {
  findings::Finding F;
  std::string Lock = W.lock(Bad.Lock, B);
  F.Where = W.place({B, Bad.At});
  F.Function = W.function(B);
  F.Key = F.Function + "\n" + Lock + "\n" + std::to_string(Bad.At);
  F.Message = Lock + (Bad.WasShared ? " is unlocked here as if it were held "
                                      "exclusively, but it is held shared"
                                    : " is unlocked here as if it were held "
                                      "shared, but it is held exclusively");
  W.taken(F.Notes, Bad.First, Lock, Bad.WasShared ? ", shared" : "");
  W.note(F.Notes, F.Where, "unlock it in the mode in which it was locked");
  return F;
}

static void check(const Analysis &A, Findings &Out) {
  Witness W(A);
  std::set<Site> Told;
  for (uint32_t I = 0; I < A.program().bodies().size(); ++I) {
    BodyId B(I);
    A.program().trim();
    for (const Issue &Bad : A.result(B).Issues) {
      if (Bad.What == Issue::UnlockWrongMode)
        Out.push_back(wrongMode(W, B, Bad));
      bool Disagrees = Bad.What == Issue::UnlockDisagrees;
      if (Bad.What != Issue::UnlockNotHeld && !Disagrees)
        continue;
      if (Bad.Parameter && usedAsUnlock(A, B))
        continue;
      // A callee gives back what nobody can have locked: it is told there,
      // once.
      const CallSite *Call = A.graph().site(B, Bad.At);
      if (!Disagrees && Call && !Call->Model) {
        NetEffect Released{Bad.Lock, false, false, {B, Bad.At}};
        RootEnd E = A.rootEnds().locate(RootId(), B, Released);
        if (!Bad.First || E.At != Site{B, Bad.At}) {
          if (Told.insert(E.At).second)
            Out.push_back(neverLocked(A, W, E));
          continue;
        }
      }
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
        F.Message = Lock + notHeld(adopts(A, {B, Bad.At}));
        if (Bad.First)
          W.note(F.Notes, W.place(Bad.First), "it was given back here already");
        W.note(F.Notes, F.Where, adviceFor(adopts(A, {B, Bad.At})));
      }
      Out.push_back(std::move(F));
    }
  }
  for (const RootEnd &E : A.rootEnds().found()) {
    A.program().trim();
    if (!E.StillHeld && Told.insert(E.At).second)
      Out.push_back(neverLocked(A, W, E));
  }
  tellDeclared(A, Out,
               {DeclaredIssue::NotHeld, DeclaredIssue::WrongMode,
                DeclaredIssue::NotDelivered});
}

Rule rules::unlockNotHeldRule() {
  return {"unlock-not-held",
          "A lock is released that is not held",
          findings::Tier::High,
          true,
          check,
          {"not-send"}};
}
