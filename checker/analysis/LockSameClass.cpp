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

/// `transfer(a, b)` and `transfer(b, a)`: two objects of one class, both ways.
void LockOrder::findSameClass() {
  findRings();
  std::set<OrderNode> Done;
  for (const Cycle &C : Cycles)
    if (C.Ring)
      Done.insert(C.Edges[0].From);
  for (const GraphEdge &A : SameClass) {
    if (A.Ordered || Done.count(A.From))
      continue;
    for (const GraphEdge &B : SameClass) {
      if (B.From != A.From || B.Ordered || Done.count(A.From))
        continue;
      PlacedPath AH = Keys.normalise(A.Held, A.Body),
                 AW = Keys.normalise(A.Wanted, A.Body),
                 BH = Keys.normalise(B.Held, B.Body),
                 BW = Keys.normalise(B.Wanted, B.Body);
      bool Objects = exactObject(Paths, AH.P) && exactObject(Paths, AW.P);
      if (!Objects || AH.P != BW.P || AW.P != BH.P)
        continue;
      for (const Point &P : points(A)) {
        for (const Point &Q : points(B)) {
          if (Done.count(A.From) || !Roots.parallel(P, Q))
            continue;
          Cycle C;
          C.Edges = {A, B};
          C.Points = {P, Q};
          C.SameClass = true;
          Cycles.push_back(std::move(C));
          Done.insert(A.From);
        }
      }
    }
  }
  std::set<std::pair<BodyId, uint32_t>> Seen;
  for (const GraphEdge &E : SameClass)
    if (!E.Ordered && !Done.count(E.From) && E.Through.empty() &&
        Seen.insert({E.Body, E.Taking.At.Fact}).second)
      Nestings.push_back({E});
}
