//===-- LockSameClass.cpp - Two locks of one class ------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/LockOrder.h"

using namespace fearless;
using namespace fearless::analysis;

namespace {

/// An index as `(Base + Offset) % n`, or `Base + Offset`.
struct Index {
  facts::Operand Base;
  int64_t Offset = 0;
  bool Wraps = false;
};

} // namespace

static Index index(const facts::FunctionBody &Body, facts::Operand O) {
  Index I;
  for (unsigned Depth = 0; Depth < 4 && O.Kind == facts::OperandKind::Value;
       ++Depth) {
    const facts::ValueNode &N = Body.Values[O.Number];
    bool Sum = N.Op == facts::ValueOp::Add || N.Op == facts::ValueOp::Subtract;
    if (N.Op == facts::ValueOp::Remainder && !I.Wraps && !I.Offset)
      I.Wraps = true;
    else if (Sum && N.B.Kind == facts::OperandKind::Constant)
      I.Offset += N.Op == facts::ValueOp::Add ? N.B.constant()
                                              : -int64_t(N.B.constant());
    else
      break;
    O = N.A;
  }
  I.Base = O;
  return I;
}

/// `forks[i]` and then `forks[(i + 1) % n]`: each waits for its neighbour. 1 or
/// -1 by which of them wraps, 0 if it is no such pair.
int LockOrder::ring(const GraphEdge &E) const {
  Program.trim();
  Path A = E.Held, B = E.Wanted;
  if (!Paths.known(A) || !Paths.known(B))
    return 0;
  while (Paths[A].Kind == PathKind::Field && Paths[B].Kind == PathKind::Field) {
    A = Paths[A].Parent;
    B = Paths[B].Parent;
  }
  const ProgramPath X = Paths[A], Y = Paths[B];
  if (X.Kind != PathKind::ElementValue || Y.Kind != PathKind::ElementValue ||
      X.Parent != Y.Parent)
    return 0;
  Value I = Paths.indexOf(X), J = Paths.indexOf(Y);
  auto Own = [&](Value V) {
    return V.Kind == facts::OperandKind::Value && V.Version == E.Body.Index;
  };
  if (!Own(I) || !Own(J))
    return 0;
  const facts::FunctionBody &Body = Program.facts(E.Body);
  Index P = index(Body, {I.Kind, 0, I.Number});
  Index Q = index(Body, {J.Kind, 0, J.Number});
  if (P.Base != Q.Base || P.Wraps == Q.Wraps || P.Offset == Q.Offset)
    return 0;
  return Q.Wraps ? 1 : -1;
}

/// All threads of one kind take their own and then their neighbour's; if one of
/// them does it the other way round, they do not wait for each other.
void LockOrder::findRings() {
  std::map<OrderNode, int> Ways; // 0: some go this way, some that.
  for (const GraphEdge &E : SameClass) {
    int Way = E.Ordered ? 0 : ring(E);
    auto [It, New] = Ways.try_emplace(E.From, Way);
    if (It->second != Way)
      It->second = 0;
  }
  std::set<OrderNode> Done;
  for (const GraphEdge &E : SameClass) {
    if (!Ways[E.From] || Done.count(E.From))
      continue;
    auto All = points(E);
    for (const Point &P : All) {
      bool Parallel = llvm::any_of(
          All, [&](const Point &Q) { return Roots.parallel(P, Q); });
      if (!Parallel || !Done.insert(E.From).second)
        continue;
      Cycle C;
      C.Edges = {E};
      C.Points = {P};
      C.SameClass = C.Ring = true;
      Cycles.push_back(std::move(C));
    }
  }
}

namespace {

/// An order of two objects that cannot be others.
struct ExactOrder {
  const GraphEdge *Edge;
  Path Held, Wanted;
};

} // namespace

/// Objects of one class in one cycle, and ways to close one that are tried, at
/// most.
static constexpr size_t MaxObjects = 4;
static constexpr unsigned MaxTries = 20000;

/// Is some other lock held around both?
static bool gated(const GraphEdge &A, const Point &P, const GraphEdge &B,
                  const Point &Q) {
  auto Holds = [](const GraphEdge &E, const Point &At, LockKey K) {
    return llvm::is_contained(At.Held, K) || llvm::is_contained(E.Gates, K);
  };
  auto Both = [&](LockKey K) {
    return K != A.From.Key && Holds(A, P, K) && Holds(B, Q, K);
  };
  return llvm::any_of(P.Held, Both) || llvm::any_of(A.Gates, Both);
}

/// Extends \p C, as threads that may all run at once, until its last order
/// wants what its first holds.
static bool
closeChain(llvm::ArrayRef<ExactOrder> All, size_t Length,
           const ThreadRoots &Roots,
           llvm::function_ref<std::vector<Point>(const GraphEdge &)> PointsOf,
           Cycle &C, std::vector<Path> &Held, Path Wanted, unsigned &Tries) {
  if (C.Edges.size() == Length)
    return Wanted == Held.front();
  for (const ExactOrder &X : All) {
    if (X.Held != Wanted || llvm::is_contained(Held, X.Held))
      continue;
    for (Point &P : PointsOf(*X.Edge)) {
      if (++Tries > MaxTries)
        return false;
      bool Meets = true;
      for (size_t I = 0; I < C.Edges.size() && Meets; ++I)
        Meets = Roots.parallel(P, C.Points[I]) &&
                !gated(*X.Edge, P, C.Edges[I], C.Points[I]);
      if (!Meets)
        continue;
      C.Edges.push_back(*X.Edge);
      C.Points.push_back(P);
      Held.push_back(X.Held);
      if (closeChain(All, Length, Roots, PointsOf, C, Held, X.Wanted, Tries))
        return true;
      C.Edges.pop_back();
      C.Points.pop_back();
      Held.pop_back();
    }
  }
  return false;
}

/// `transfer(a, b)` and `transfer(b, a)`: objects of one class, in a cycle.
void LockOrder::findSameClass() {
  findRings();
  std::set<OrderNode> Done;
  for (const Cycle &C : Cycles)
    if (C.Ring)
      Done.insert(C.Edges[0].From);
  std::map<OrderNode, std::vector<ExactOrder>> Orders;
  for (const GraphEdge &E : SameClass) {
    if (E.Ordered || Done.count(E.From))
      continue;
    Path Held = Keys.normalise(E.Held, E.Body).P;
    Path Wanted = Keys.normalise(E.Wanted, E.Body).P;
    if (Held != Wanted && exactObject(Paths, Held) &&
        exactObject(Paths, Wanted))
      Orders[E.From].push_back({&E, Held, Wanted});
  }
  for (const auto &[Node, All] : Orders) {
    unsigned Tries = 0;
    for (size_t Length = 2; Length <= MaxObjects && !Done.count(Node); ++Length)
      for (const ExactOrder &First : All) {
        Cycle C;
        C.SameClass = true;
        std::vector<Path> Held;
        if (!closeChain(
                All, Length, Roots,
                [&](const GraphEdge &E) { return points(E); }, C, Held,
                First.Held, Tries))
          continue;
        Cycles.push_back(std::move(C));
        Done.insert(Node);
        break;
      }
    Cuts += Tries > MaxTries;
  }
  std::set<std::pair<BodyId, uint32_t>> Seen;
  for (const GraphEdge &E : SameClass)
    if (!E.Ordered && !Done.count(E.From) && E.Through.empty() &&
        Seen.insert({E.Body, E.Taking.At.Fact}).second)
      Nestings.push_back({E});
}
