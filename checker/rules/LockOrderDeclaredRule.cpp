//===-- LockOrderDeclaredRule.cpp - lock-order-declared -------------------===//
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
using findings::Finding;

namespace {

class DeclaredOrderReporter {
public:
  explicit DeclaredOrderReporter(const Analysis &A) : A(A), W(A) {}

  Finding report(const OrderViolation &V) const {
    const GraphEdge &E = *V.Edge;
    std::string Held = W.lock(E.Held, E.Body);
    std::string Wanted = W.lock(E.Wanted, E.Body);
    Finding F;
    F.Tier = V.Doubtful ? findings::Tier::Medium : findings::Tier::High;
    F.Where = W.place(E.Taking.At);
    F.Function = W.function(E.Body);
    F.Message = Wanted + " is locked while " + Held +
                " is held, but is declared to be locked first";
    F.Key = F.Function + "\n" + Held + "\n" + Wanted;
    F.Subjects = {W.subject(E)};
    W.taken(F.Notes, E.HeldAt, Held, " ...", W.callsTo(F.Notes, E));
    W.acquisition(F.Notes, E.Taking, Wanted, "... and, still holding it, ", "");
    for (const DeclaredStep &Step : V.Why)
      W.note(F.Notes, Step.Where,
             W.quoted(Step.First) + " is declared to be locked before " +
                 W.quoted(Step.Then) + " here");
    tellDeadlock(F.Notes, E);
    W.note(F.Notes, F.Where, advice(E, Held, Wanted));
    return F;
  }

private:
  /// Somebody keeps the declared order, at the same time.
  void tellDeadlock(Witness::Notes &To, const GraphEdge &E) const {
    for (const Cycle &C : A.lockOrder().cycles()) {
      if (C.Edges.size() != 2)
        continue;
      for (size_t I : {0, 1})
        if (W.subject(C.Edges[I]) == W.subject(E))
          return W.note(To, W.place(C.Edges[1 - I].Taking.At),
                        W.function(C.Edges[1 - I].Body) +
                            " takes them in the declared order here: the two "
                            "can deadlock");
    }
  }

  std::string advice(const GraphEdge &E, const std::string &Held,
                     const std::string &Wanted) const {
    if (!E.Taking.Via)
      return "lock " + Wanted + " before " + Held + ", or release " + Held +
             " first";
    return "call " + W.function(E.Taking.Via) + " after " + Held +
           " is released, or lock " + Wanted + " before " + Held;
  }

  const Analysis &A;
  Witness W;
};

void check(const Analysis &A, Findings &Out) {
  DeclaredOrderReporter R(A);
  for (const OrderViolation &V : A.declaredOrder().violations()) {
    A.program().trim();
    Out.push_back(R.report(V));
  }
}

} // namespace

Rule rules::lockOrderDeclaredRule() {
  return {"lock-order-declared",
          "Locks are taken against the order that is declared for them",
          findings::Tier::High, true, check};
}
