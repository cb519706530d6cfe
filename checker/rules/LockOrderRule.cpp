//===-- LockOrderRule.cpp - lock-order and lock-order-same-class ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/Rules.h"
#include "rules/Witness.h"

#include <algorithm>

using namespace fearless;
using namespace fearless::rules;
using namespace fearless::analysis;
using findings::Finding;

namespace {

class LockOrderReporter {
public:
  explicit LockOrderReporter(const Analysis &A) : A(A), W(A) {}

  Finding report(const Cycle &C) const {
    Finding F;
    size_t Main = mainEdge(C);
    const GraphEdge &E = C.Edges[Main];
    F.Where = W.place(E.Taking.At);
    F.Function = W.function(E.Body);
    F.Message = message(C);
    F.Key = key(C);
    F.Tier = C.Doubtful ? findings::Tier::Medium : findings::Tier::High;
    for (size_t I = 0; I < C.Edges.size(); ++I)
      tellEdge(F.Notes, C, I);
    for (size_t I = 0; I < C.Edges.size(); ++I)
      if (C.Edges[I].From.Kind == WaitKind::Lock)
        W.root(F.Notes, C.Points[I], ordinal(I, C.Edges.size()));
    W.note(F.Notes, F.Where, advice(C));
    return F;
  }

private:
  /// The one to show: where a lock is taken directly, rather than by a callee;
  /// of several the last in canonical order.
  size_t mainEdge(const Cycle &C) const {
    size_t Best = 0;
    auto Rank = [&](const GraphEdge &E) {
      return std::tuple(E.From.Kind == WaitKind::Lock, !E.Taking.Via,
                        E.Through.empty(), W.place(E.Taking.At));
    };
    for (size_t I = 1; I < C.Edges.size(); ++I)
      if (Rank(C.Edges[I]) > Rank(C.Edges[Best]))
        Best = I;
    return Best;
  }

  std::string name(const GraphEdge &E, bool From) const {
    const OrderNode &N = From ? E.From : E.To;
    if (N.Kind == WaitKind::Thread)
      return A.lockOrder().name(N);
    std::string Name = A.keys().name(From ? E.Held : E.Wanted, E.Body);
    return W.quoted(Name.empty() ? A.lockOrder().name(N) : Name);
  }

  std::string message(const Cycle &C) const {
    for (const GraphEdge &E : C.Edges) {
      if (E.To.Kind == WaitKind::Condition)
        return name(E, true) + " is held while waiting for " + name(E, false) +
               ", which is only notified after taking it: this can deadlock";
      if (E.To.Kind == WaitKind::Thread)
        return name(E, true) +
               " is held while joining a thread that locks it: this can "
               "deadlock";
    }
    if (C.SameClass)
      return "two objects' " + name(C.Edges[0], true) +
             " are locked in either order and can deadlock";
    if (C.Edges.size() == 2)
      return name(C.Edges[0], true) + " and " + name(C.Edges[1], true) +
             " are locked in opposite orders and can deadlock";
    std::string Text;
    for (size_t I = 0; I < C.Edges.size(); ++I)
      Text += (I == 0                    ? ""
               : I + 1 == C.Edges.size() ? " and "
                                         : ", ") +
              name(C.Edges[I], true);
    return Text + " are locked in a cycle of orders and can deadlock";
  }

  std::string key(const Cycle &C) const {
    std::vector<std::string> Names;
    for (const GraphEdge &E : C.Edges)
      Names.push_back(A.lockOrder().name(E.From));
    std::sort(Names.begin(), Names.end());
    std::string Key;
    for (const std::string &N : Names)
      Key += N + "\n";
    return Key;
  }

  static std::string ordinal(size_t I, size_t N) {
    static const char *const Words[] = {"the first order", "the second",
                                        "the third",       "the fourth",
                                        "the fifth",       "the sixth"};
    return Words[std::min<size_t>(I, 5)];
  }

  void tellEdge(Witness::Notes &To, const Cycle &C, size_t I) const {
    const GraphEdge &E = C.Edges[I];
    std::string Held = name(E, true), Wanted = name(E, false);
    switch (E.From.Kind) {
    case WaitKind::Thread:
      W.acquisition(To, E.Taking, Wanted, "the thread ", "");
      return;
    case WaitKind::Condition:
      W.acquisition(To, E.Taking, Wanted, W.function(E.Body) + " ", " ...");
      W.note(To, W.place(E.HeldAt), "... before it notifies " + Held + " here");
      return;
    case WaitKind::Lock:
      break;
    }
    bool Wait = E.To.Kind != WaitKind::Lock;
    std::string Summary = Wait ? "" : " (" + Held + " before " + Wanted + ")";
    W.taken(To, E.HeldAt, Held, " ...");
    for (Site S : E.Through)
      W.note(To, W.place(S), "(in the call here)");
    W.acquisition(To, E.Taking, Wanted, "... and, still holding it, ", Summary);
  }

  std::string advice(const Cycle &C) const {
    for (const GraphEdge &E : C.Edges)
      if (E.To.Kind == WaitKind::Condition || E.To.Kind == WaitKind::Thread)
        return "release " + name(E, true) + " before waiting here";
    if (C.SameClass)
      return "take both with std::scoped_lock, or always in the order of "
             "their addresses";
    const GraphEdge &E = C.Edges[mainEdge(C)];
    if (E.Taking.Via && W.isDestructor(E.Taking.Via))
      return "let what is destroyed here die after " + name(E, true) +
             " is released, or take the locks in one order everywhere";
    if (E.Taking.Via)
      return "call " + W.function(E.Taking.Via) + " after " + name(E, true) +
             " is released, or take the locks in one order everywhere";
    return "take them in one order everywhere, or both at once with "
           "std::scoped_lock";
  }

  const Analysis &A;
  Witness W;
};

void checkLockOrder(const Analysis &A, Findings &Out) {
  LockOrderReporter R(A);
  for (const Cycle &C : A.lockOrder().cycles())
    if (!C.SameClass)
      Out.push_back(R.report(C));
}

void checkSameClass(const Analysis &A, Findings &Out) {
  LockOrderReporter R(A);
  Witness W(A);
  for (const Cycle &C : A.lockOrder().cycles())
    if (C.SameClass)
      Out.push_back(R.report(C));
  for (const Nesting &N : A.lockOrder().nestings()) {
    const GraphEdge &E = N.Edge;
    Finding F;
    F.Tier = findings::Tier::Medium;
    F.Where = W.place(E.Taking.At);
    F.Function = W.function(E.Body);
    std::string Lock = W.lock(E.Wanted, E.Body);
    F.Message = Lock + " is locked while that of another object is held: two "
                       "threads that do so the other way round deadlock";
    F.Key = F.Function + "\n" + Lock;
    W.taken(F.Notes, E.HeldAt, W.lock(E.Held, E.Body), " ...");
    W.acquisition(F.Notes, E.Taking, Lock, "... and, still holding it, ", "");
    W.note(F.Notes, F.Where,
           "take both with std::scoped_lock, or always in the order of their "
           "addresses");
    Out.push_back(std::move(F));
  }
}

} // namespace

Rule rules::lockOrderRule() {
  return {"lock-order", "Locks are taken in orders that can deadlock",
          findings::Tier::High, false, checkLockOrder};
}

Rule rules::lockOrderSameClassRule() {
  return {"lock-order-same-class",
          "Locks of two objects of one class are nested without an order",
          findings::Tier::Medium, false, checkSameClass};
}
