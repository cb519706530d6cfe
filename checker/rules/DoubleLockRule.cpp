//===-- DoubleLockRule.cpp - double-lock ----------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/DeclaredStory.h"
#include "rules/Rules.h"
#include "rules/Witness.h"

#include "analysis/StaticInitialisers.h"

#include <map>

using namespace fearless;
using namespace fearless::rules;
using namespace fearless::analysis;

namespace {

/// A way to take a lock that is held already.
struct Again {
  BodyId In;
  const Issue *Bad;
  unsigned Others = 0; ///< Further functions that hold it and get there.
};

class DoubleLockReporter {
public:
  DoubleLockReporter(const Analysis &A, Findings &Out) : A(A), W(A), Out(Out) {}

  void run() {
    std::map<std::pair<Call, LockKey>, size_t> Known;
    std::vector<Again> All;
    for (uint32_t I = 0; I < A.program().bodies().size(); ++I) {
      A.program().trim();
      for (const Issue &Bad : A.result(BodyId(I)).Issues) {
        if (Bad.What == Issue::LockedTwice)
          reportTwice(BodyId(I), Bad);
        if (Bad.What != Issue::DoubleLock)
          continue;
        LockKey Lock = A.keys().key(Bad.Lock, BodyId(I));
        if (inCycle({BodyId(I), Bad.At}, Lock) || isDone(BodyId(I), Bad))
          continue;
        auto [It, New] =
            Known.insert({{culprit(BodyId(I), Bad), Lock}, All.size()});
        if (New || !Lock) {
          All.push_back({BodyId(I), &Bad});
          continue;
        }
        Again &Old = All[It->second];
        ++Old.Others;
        if (depth(BodyId(I), Bad) < depth(Old.In, *Old.Bad)) {
          Old.In = BodyId(I);
          Old.Bad = &Bad;
        }
      }
    }
    for (const Again &X : All) {
      A.program().trim();
      report(X);
    }
  }

private:
  /// On its first use only: lock-order tells it with what else it can do.
  bool inCycle(Site At, LockKey Lock) const {
    return llvm::any_of(A.lockOrder().cycles(), [&](const Cycle &C) {
      return C.Edges.size() == 2 &&
             llvm::any_of(C.Edges, [&](const GraphEdge &E) {
               return E.Taking.At == At && E.From.Key == Lock;
             });
    });
  }

  /// What is done once and has been done whenever anybody gets here.
  bool isDone(BodyId B, const Issue &Bad) const {
    auto Done = [&](LockKey Once) {
      return Once &&
             llvm::all_of(A.threads().contexts(B), [&](const RootContext &C) {
               return llvm::is_contained(A.threads().initialised(C), Once);
             });
    };
    for (const Acquisition *Step = inner(Bad); Step;
         Step = &A.summary(Step->Via).Acquisitions[Step->ViaIndex]) {
      if (Done(onceAt(Step->At)))
        return true;
      if (!Step->Via)
        break;
    }
    return false;
  }

  /// The flag or static variable that lets the call at \p At happen but once.
  LockKey onceAt(Site At) const {
    for (auto [Fact, Flag] : A.result(At.Body).RunsUnder)
      if (Fact == At.Fact)
        return A.keys().key(Flag, At.Body);
    if (!A.graph().has(At.Body, CallGraph::InitialisesStatic))
      return {};
    auto Facts = staticInitialisers(A.program(), At.Body);
    link::VariableSym V = initialisedBy(Facts, At.Fact);
    return V ? LockKey{LockKey::Variable, V.Index} : LockKey();
  }

  const Acquisition *inner(const Issue &Bad) const {
    return Bad.Via ? &A.summary(Bad.Via).Acquisitions[Bad.ViaIndex] : nullptr;
  }

  uint32_t depth(BodyId, const Issue &Bad) const {
    const Acquisition *Inner = inner(Bad);
    return Inner ? Inner->Depth + 1 : 0;
  }

  /// Does \p B keep a lock that it takes? Then it is a way to lock.
  bool keeps(BodyId B) const {
    return llvm::any_of(A.summary(B).Outcomes, [](const Outcome &O) {
      return llvm::any_of(O.Nets,
                          [](const NetEffect &N) { return N.Acquired; });
    });
  }

  struct Call {
    Site At;
    BodyId Callee; ///< None: no call, the operation itself.
    friend auto operator<=>(const Call &, const Call &) = default;
  };

  /// The last call on the way of a function that locks and unlocks: whoever
  /// holds the lock and comes by here makes the same mistake.
  Call culprit(BodyId B, const Issue &Bad) const {
    Call Last{{B, Bad.At}, Bad.Via};
    const Acquisition *Step = inner(Bad);
    while (Step && Step->Via && !keeps(Step->Via)) {
      Last = {Step->At, Step->Via};
      Step = &A.summary(Step->Via).Acquisitions[Step->ViaIndex];
    }
    return Last;
  }

  /// `transfer(a, a)`: what the callee takes for two locks is one.
  void reportTwice(BodyId B, const Issue &Bad) {
    findings::Finding F;
    std::string Lock = W.lock(Bad.Lock, B);
    F.Where = W.place({B, Bad.At});
    F.Function = W.function(B);
    F.Key = F.Function + "\n" + Lock + "\n" + std::to_string(Bad.At);
    F.Message = Lock + " is locked twice in this call: it waits for itself";
    W.taken(F.Notes, Bad.First, Lock, " ...");
    W.note(F.Notes, W.place(Bad.Other),
           "... and, still holding it, takes what here is the same lock again");
    W.note(F.Notes, F.Where,
           "make sure that these are two objects, or lock only one if they are "
           "the same");
    Out.push_back(std::move(F));
  }

  static const char *wrong(const Issue &Bad) {
    if (!Bad.WasShared)
      return " is locked again while this thread already holds it: it waits "
             "for itself";
    if (!Bad.Shared)
      return " is locked here while this thread already holds it shared: it "
             "waits for itself";
    return " is locked shared again while this thread already holds it "
           "shared: if a writer waits in between, it waits for itself";
  }

  void report(const Again &X) {
    const Issue &Bad = *X.Bad;
    BodyId B = X.In;
    findings::Finding F;
    Site At{B, Bad.At};
    Call Culprit = culprit(B, Bad);
    std::string Lock = W.lock(Bad.Lock, B);
    F.Where = W.place(Culprit.At);
    F.Function = W.function(Culprit.At.Body);
    F.Key = F.Function + "\n" + Lock;
    F.Message = Lock + wrong(Bad);
    W.taken(F.Notes, Bad.First, Lock, " ...");
    Acquisition Taking;
    Taking.Lock = Bad.Lock;
    Taking.Shared = Bad.Shared;
    Taking.At = At;
    Taking.Via = Bad.Via;
    Taking.ViaIndex = Bad.ViaIndex;
    W.acquisition(F.Notes, Taking, Lock, "... and, still holding it, ",
                  " again");
    tellChoice(F.Notes, Taking);
    if (X.Others)
      W.note(F.Notes, W.place(Culprit.At),
             std::to_string(X.Others) + " more function" +
                 (X.Others > 1 ? "s hold " : " holds ") + Lock + " and get" +
                 (X.Others > 1 ? "" : "s") + " here");
    W.note(F.Notes, W.place(Culprit.At),
           Culprit.Callee
               ? "release " + Lock + " before this call, or give " +
                     W.function(Culprit.Callee) +
                     " a variant that expects the lock to be held"
               : "release " + Lock + " first, or drop this second lock");
    Out.push_back(std::move(F));
  }

  /// One of the calls on the way may run other functions, too.
  void tellChoice(Witness::Notes &To, const Acquisition &Taking) const {
    for (const Acquisition *Step = &Taking; Step->Via;
         Step = &A.summary(Step->Via).Acquisitions[Step->ViaIndex]) {
      const CallSite *Call = A.graph().site(Step->At.Body, Step->At.Fact);
      if (Call && Call->choices() > 1)
        W.note(To, W.place(Step->At),
               "this call runs one of " + std::to_string(Call->choices()) +
                   " functions; it waits for itself when that is " +
                   W.function(Step->Via));
    }
  }

  const Analysis &A;
  Witness W;
  Findings &Out;
};

void check(const Analysis &A, Findings &Out) {
  DoubleLockReporter(A, Out).run();
  tellDeclared(A, Out, {DeclaredIssue::TakenTwice});
}

} // namespace

Rule rules::doubleLockRule() {
  return {"double-lock", "A lock is taken again by the thread that holds it",
          findings::Tier::High, true, check};
}
