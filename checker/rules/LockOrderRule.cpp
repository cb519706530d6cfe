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

std::string takeBothByAddress(const Witness &W, BodyId In) {
  return std::string("take both ") +
         (W.inC(In) ? "" : "with std::scoped_lock, or ") +
         "always in the order of their addresses";
}

class LockOrderReporter {
public:
  explicit LockOrderReporter(const Analysis &A) : A(A), W(A) {}

  Finding report(const Cycle &C) {
    Finding F;
    Now = &C;
    size_t Main = mainEdge(C);
    const GraphEdge &E = C.Edges[Main];
    F.Where = W.place(E.Taking.At);
    F.Function = W.function(E.Body);
    F.Message = message(C);
    F.Key = key(C);
    F.Tier = C.Doubtful ? findings::Tier::Medium : findings::Tier::High;
    for (size_t I = 0; I < C.Edges.size(); ++I) {
      tellEdge(F.Notes, C, I);
      F.Subjects.push_back(W.subject(C.Edges[I]));
    }
    auto Holds = [](const GraphEdge &E) {
      return E.From.Kind == WaitKind::Lock;
    };
    bool One = llvm::count_if(C.Edges, Holds) == 1;
    for (size_t I = 0; I < C.Edges.size(); ++I)
      if (Holds(C.Edges[I]))
        W.root(F.Notes, C.Points[I], One ? "this" : ordinal(I));
    W.note(F.Notes, F.Where, advice(C));
    return F;
  }

private:
  /// The one to show: where a lock is taken directly, rather than by a callee;
  /// of several the last in canonical order.
  size_t mainEdge(const Cycle &C) const {
    size_t Best = 0;
    auto Rank = [&](const GraphEdge &E) {
      return std::tuple(E.From.Kind == WaitKind::Lock,
                        isMutex(E.From) && !isMutex(E.To), !E.Taking.Via,
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
    Path P = From ? E.Held : E.Wanted;
    std::string Name = A.keys().name(P, E.Body);
    if (N.Key == A.keys().innerKey(P, E.Body) &&
        N.Key != A.keys().key(P, E.Body))
      Name = A.keys().name(N.Key); // A part of a lock of the user's own.
    if (Name.empty() || ambiguous(N))
      Name = A.keys().fullName(N.Key);
    return W.quoted(Name);
  }

  /// Fields of two instances of one template are told by their arguments.
  bool ambiguous(const OrderNode &N) const {
    return Now && llvm::any_of(Now->Edges, [&](const GraphEdge &X) {
             return X.From.Kind == N.Kind && X.From.Key != N.Key &&
                    A.keys().name(X.From.Key) == A.keys().name(N.Key);
           });
  }

  std::string message(const Cycle &C) const {
    for (const GraphEdge &E : C.Edges) {
      if (E.To.Kind == WaitKind::Condition)
        return name(E, true) + " is held while waiting for " + name(E, false) +
               ", which is only notified after taking it: this can deadlock";
      if (E.To.Kind == WaitKind::Thread)
        return name(E, true) + " is held while joining a thread that " +
               (needs(C, E) ? "locks it" : "waits for it in turn") +
               ": this can deadlock";
    }
    if (const GraphEdge *E = waitsForFirstUse(C))
      return name(*E, true) + " is held while waiting for " + what(*E, false) +
             (isInitialiser(E->To) ? ", which locks it: this can deadlock"
                                   : ", whose function locks it: this can "
                                     "deadlock");
    if (C.Ring)
      return "each thread locks one of " + name(C.Edges[0], true) +
             " and then its neighbour: all of them together can deadlock";
    if (C.SameClass && C.Edges.size() > 2)
      return std::to_string(C.Edges.size()) + " objects' " +
             name(C.Edges[0], true) +
             " are locked in a cycle of orders and can deadlock";
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

  /// Of a mutex and something that is done once: the edge that waits for that.
  const GraphEdge *waitsForFirstUse(const Cycle &C) const {
    if (C.Edges.size() != 2)
      return nullptr;
    for (const GraphEdge &E : C.Edges)
      if (isMutex(E.From) && !isMutex(E.To))
        return &E;
    return nullptr;
  }

  /// A lock, or the initialisation that others wait for as for a lock.
  std::string what(const GraphEdge &E, bool From) const {
    return (isInitialiser(From ? E.From : E.To) ? "the initialisation of "
                                                : "") +
           name(E, From);
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

  static std::string ordinal(size_t I) {
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
      W.acquisition(To, E.Taking, Wanted, "that thread ", "");
      return;
    case WaitKind::Condition:
      W.acquisition(To, E.Taking, Wanted, W.function(E.Body) + " ", " ...");
      W.note(To, W.place(E.HeldAt), "... before it notifies " + Held + " here");
      return;
    case WaitKind::Lock:
      break;
    }
    bool Wait = E.To.Kind != WaitKind::Lock || !isMutex(E.To);
    bool Order = !Wait && isMutex(E.From) && !C.Ring && !C.SameClass;
    std::string Summary = Order ? " (" + Held + " before " + Wanted + ")"
                          : E.To.Kind == WaitKind::Thread && needs(C, E)
                              ? ", which needs " + Held
                              : "";
    tellHeld(To, E, Held);
    W.acquisition(To, E.Taking, Wait ? what(E, false) : Wanted,
                  "... and, still holding it, ", Summary,
                  isMutex(E.To) ? "" : "waits for ");
  }

  /// Does the thread that \p E waits for lock what is held?
  bool needs(const Cycle &C, const GraphEdge &E) const {
    return llvm::any_of(C.Edges, [&](const GraphEdge &X) {
      return X.From == E.To && X.To == E.From;
    });
  }

  /// Who holds the first lock, with the calls that say which it is.
  void tellHeld(Witness::Notes &To, const GraphEdge &E,
                const std::string &Held) const {
    std::string Subject = W.callsTo(To, E);
    if (!isMutex(E.From))
      W.note(To, W.place(E.HeldAt),
             (Subject.empty() ? W.function(E.HeldAt.Body) + " " : Subject) +
                 (isInitialiser(E.From) ? "initialises " : "passes ") + Held +
                 " here, and others wait ...");
    else
      W.taken(To, E.HeldAt, Held, " ...", Subject);
  }

  facts::Language language(const GraphEdge &E) const {
    link::UnitId U = A.program().body(E.Body).Unit;
    return A.program().unit(U).Language;
  }

  /// Neither a once flag nor a static variable that is initialised.
  bool isMutex(const OrderNode &N) const {
    if (N.Kind != WaitKind::Lock)
      return true;
    return !isInitialiser(N) && A.keys().role(N.Key) != models::TypeRole::Once;
  }

  /// The static variable of a function: no lock, but its first use is one.
  bool isInitialiser(const OrderNode &N) const {
    return N.Kind == WaitKind::Lock && N.Key.What == LockKey::Variable &&
           A.program().variable(link::VariableSym(N.Key.Number)).Flags &
               facts::VF_FunctionStatic &&
           A.keys().role(N.Key) != models::TypeRole::Lock;
  }

  std::string advice(const Cycle &C) const {
    for (const GraphEdge &E : C.Edges)
      if (E.To.Kind == WaitKind::Condition || E.To.Kind == WaitKind::Thread)
        return "release " + name(E, true) + " before waiting here";
    const GraphEdge &E = C.Edges[mainEdge(C)];
    bool Cxx = language(E) == facts::Language::CXX;
    if (C.Ring)
      return std::string(Cxx ? "take both with std::scoped_lock, or the one "
                               "with the lower index first"
                             : "take the one with the lower index first");
    if (C.SameClass)
      return std::string(Cxx ? "take both with std::scoped_lock, or always in "
                               "the order of their addresses"
                             : "take them in the order of their addresses");
    if (const GraphEdge *Use = waitsForFirstUse(C))
      return Use->Taking.Via
                 ? "call " + W.function(Use->Taking.Via) + " before " +
                       name(*Use, true) + " is locked"
                 : "do this before " + name(*Use, true) + " is locked";
    if (E.Taking.Via && W.isDestructor(E.Taking.Via))
      return "let what is destroyed here die after " + name(E, true) +
             " is released, or take the locks in one order everywhere";
    if (E.Taking.Via)
      return "call " + W.function(E.Taking.Via) + " after " + name(E, true) +
             " is released, or take the locks in one order everywhere";
    if (!Cxx || llvm::any_of(C.Edges, [&](const GraphEdge &X) {
          return !isMutex(X.From);
        }))
      return "take them in one order everywhere";
    return "take them in one order everywhere, or both at once with "
           "std::scoped_lock";
  }

  const Analysis &A;
  Witness W;
  const Cycle *Now = nullptr; ///< That is told.
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
    if (A.declaredOrder().allows(E))
      continue;
    Finding F;
    F.Subjects = {W.subject(E)};
    F.Tier = findings::Tier::Medium;
    F.Where = W.place(E.Taking.At);
    F.Function = W.function(E.Body);
    std::string Lock = W.lock(E.Wanted, E.Body);
    F.Message = Lock + " is locked while that of another object is held: two "
                       "threads that do so the other way round deadlock";
    F.Key = F.Function + "\n" + Lock;
    W.taken(F.Notes, E.HeldAt, W.lock(E.Held, E.Body), " ...");
    W.acquisition(F.Notes, E.Taking, Lock, "... and, still holding it, ", "");
    W.note(F.Notes, F.Where, takeBothByAddress(W, E.Body));
    Out.push_back(std::move(F));
  }
}

} // namespace

Rule rules::lockOrderRule() {
  return {"lock-order",         "Locks are taken in orders that can deadlock",
          findings::Tier::High, false,
          checkLockOrder,       {"lock-order-declared"}};
}

Rule rules::lockOrderSameClassRule() {
  return {"lock-order-same-class",
          "Locks of two objects of one class are nested without an order",
          findings::Tier::Medium,
          false,
          checkSameClass,
          {"lock-order-declared"}};
}
