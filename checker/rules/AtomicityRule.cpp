//===-- AtomicityRule.cpp - atomicity -------------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/Atomicity.h"
#include "rules/Rules.h"
#include "rules/Witness.h"

using namespace fearless;
using namespace fearless::rules;
using namespace fearless::analysis;
using findings::Finding;
using Violation = AtomicityViolation;

namespace {

class AtomicityReporter {
public:
  AtomicityReporter(const Analysis &A) : A(A), W(A) {}

  Finding report(const Violation &V) const {
    Finding F;
    std::string Data = name(V.Second.Data, V.Body);
    std::string Lock = V.Lock ? W.lock(V.Lock, V.Body) : "";
    F.Where = W.place({V.Body, V.Second.Fact});
    F.Function = W.function(V.Body);
    F.Key = F.Function + Data;
    F.Subjects = {W.subject(V)};
    F.Tier = V.Other.Mine.Doubtful || V.Other.Theirs.Doubtful
                 ? findings::Tier::Medium
                 : findings::Tier::High;
    F.Message = message(V, Data, Lock);
    tellFirst(F.Notes, V, Data, Lock);
    tellSecond(F.Notes, V, Data, Lock);
    W.other(F.Notes, V.Other, "writes " + Data,
            V.Lock ? "under a hold of " + Lock + " of its own" : "");
    W.note(F.Notes, F.Where, advice(V, Data, Lock));
    return F;
  }

private:
  std::string name(Path P, BodyId B) const {
    std::string Name =
        A.keys().name(A.sharedWrites().name(P, B).Data);
    return Name.empty() ? "the data" : W.quoted(Name);
  }

  std::string message(const Violation &V, const std::string &Data,
                      const std::string &Lock) const {
    std::string Gap = V.Lock ? ": " + Lock + " is released in between"
                             : " in between: these are two atomic operations";
    switch (V.What) {
    case Violation::LostUpdate:
      return Data +
             " is written back from a value that was read before, and loses "
             "what another thread writes" +
             (V.Lock ? " while " + Lock + " is released" : " in between");
    case Violation::UpdateThenLook:
      return Data +
             " is changed and then looked at again, and another thread may "
             "change it" +
             Gap;
    case Violation::CheckThenAct:
      break;
    }
    return Data +
           " may not be any more what the branch to here relies on, because "
           "another thread may write it" +
           Gap;
  }

  BodyId callee(const Violation &V, const Operation &O) const {
    if (O.At.Body == V.Body)
      return {};
    const CallSite *S = A.graph().site(V.Body, O.Fact);
    return S && S->Targets.Bodies.size() == 1 ? S->Targets.Bodies[0] : BodyId();
  }

  /// One operation: its hold, and where it happens.
  void tell(Witness::Notes &To, const Violation &V, const Operation &O,
            Site Taken, const std::string &Does, const std::string &Lock) const {
    if (Taken)
      W.taken(To, Taken, Lock, "");
    if (BodyId Callee = callee(V, O)) {
      W.note(To, W.place({V.Body, O.Fact}),
             W.function(V.Body) + " calls " + W.function(Callee) +
                 " here ...");
      W.note(To, W.place(O.At),
             "... which " + Does + " here" +
                 (V.Lock && !Taken ? ", under a hold of " + Lock +
                                         " that ends with the call"
                                   : ""));
    } else {
      W.note(To, W.place(O.At), W.function(V.Body) + " " + Does + " here");
    }
  }

  void tellFirst(Witness::Notes &To, const Violation &V,
                 const std::string &Data, const std::string &Lock) const {
    tell(To, V, V.First, V.FirstTaken,
         (V.What == Violation::UpdateThenLook ? "changes " : "reads ") + Data,
         Lock);
    if (V.Released)
      W.note(To, W.place(V.Released), Lock + " is released here");
    if (V.What == Violation::CheckThenAct)
      W.note(To, W.place({V.Body, V.Branch}),
             "this branch depends on what was read");
  }

  void tellSecond(Witness::Notes &To, const Violation &V,
                  const std::string &Data, const std::string &Lock) const {
    bool Looks = V.What == Violation::UpdateThenLook;
    tell(To, V, V.Second, V.SecondTaken,
         (Looks              ? "reads "
          : V.Second.Writes  ? "writes "
                             : "uses ") +
             Data,
         Lock);
    if (Looks)
      W.note(To, W.place({V.Body, V.Branch}),
             "this branch takes it for the result of its own change");
  }

  std::string advice(const Violation &V, const std::string &Data,
                     const std::string &Lock) const {
    if (!V.Lock) {
      if (V.What == Violation::UpdateThenLook)
        return "decide by the value that the update itself returns";
      return "make it one atomic operation: exchange, fetch_add, or a loop of "
             "compare_exchange_weak";
    }
    if (V.What == Violation::UpdateThenLook)
      return "change " + Data + " and look at it under one hold of " + Lock;
    return "keep " + Lock + " from the read to the write, or look at " + Data +
           " again under the second hold";
  }

  const Analysis &A;
  Witness W;
};

void check(const Analysis &A, Findings &Out) {
  AtomicityReporter R(A);
  for (const Violation &V : A.atomicity().violations())
    Out.push_back(R.report(V));
}

} // namespace

Rule rules::atomicityRule() {
  return {"atomicity",
          "What a decision relies on may change before it is acted upon",
          findings::Tier::High, false, check, {"refcount-shared"}};
}
