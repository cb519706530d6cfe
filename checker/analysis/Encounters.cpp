//===-- Encounters.cpp - Whether two accesses may happen at once ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/Encounters.h"

#include "analysis/Analysis.h"
#include "analysis/FlowOrder.h"
#include "support/Sorted.h"

using namespace fearless;
using namespace fearless::analysis;
using support::insertSorted;

/// Pairs of points that are looked at.
static constexpr size_t MaxPairs = size_t(1) << 18;

std::vector<Point> Encounters::points(Site S) {
  if (!Children)
    Children = std::make_unique<ForkedChildren>(A.program(), A.graph());
  std::vector<Point> Result;
  if (A.threads().doomed(S) || Children->contains(S) ||
      A.program()
          .function(A.program().body(S.Body).Function)
          .has(facts::FnF_StaticInit))
    return Result;
  for (Point &P :
       A.threads().pointsInFull(S.Body, A.result(S.Body).point(S.Fact)))
    if (A.threads().root(P.Root).What != Root::Library)
      Result.push_back(std::move(P));
  return Result;
}

std::vector<Encountered> Encounters::points(llvm::ArrayRef<Touch> Touches) {
  std::vector<Encountered> Result;
  for (size_t I = 0; I < Touches.size(); ++I)
    for (Point &P : points(Touches[I].At))
      Result.push_back({I, std::move(P)});
  return Result;
}

std::optional<std::pair<Site, Site>> analysis::parting(const ThreadRoots &Roots,
                                                       Site First, Site Second,
                                                       RootId Root) {
  std::vector<Site> X = Roots.callChain(First.Body, Root),
                    Y = Roots.callChain(Second.Body, Root);
  X.push_back(First);
  Y.push_back(Second);
  for (size_t I = 0; I < std::min(X.size(), Y.size()); ++I)
    if (X[I] != Y[I])
      return X[I].Body == Y[I].Body ? std::optional(std::pair(X[I], Y[I]))
                                    : std::nullopt;
  return std::nullopt;
}

bool analysis::comesFirst(const link::Program &Program, Site First,
                          Site Second) {
  const facts::FunctionBody &Body = Program.facts(First.Body);
  uint32_t X = blockOf(Body, First.Fact), Y = blockOf(Body, Second.Fact);
  if (X == Y)
    return First.Fact < Second.Fact;
  std::vector<uint32_t> Order = FlowOrder(Body).reversePostOrder();
  return Order[X] < Order[Y];
}

std::vector<LockKey> analysis::commonLocks(const Point &P, const Point &Q) {
  std::vector<LockKey> Result;
  for (LockKey K : P.Held)
    if (llvm::is_contained(Q.Held, K) &&
        !(llvm::is_contained(P.Shared, K) && llvm::is_contained(Q.Shared, K)) &&
        !bothPast(K, P, Q))
      Result.push_back(K);
  return Result;
}

Apart Encounters::judge(const Touch &X, const Point &P, const Touch &Y,
                        const Point &Q) {
  const ThreadRoots &Roots = A.threads();
  if (P.Root == Q.Root && !Roots.root(P.Root).Many)
    return Apart::OneThread;
  if (!Roots.parallel(P, Q))
    return Apart::Order;
  if (!commonLocks(P, Q).empty())
    return Apart::CommonLock;
  if (mayShareLock(P, Q))
    return Apart::PerhapsLock;
  if (A.separations().handedOver(X.At, P, Y.At, Q))
    return Apart::HandOver;
  return A.separations().between(X.At, P, Y.At, Q);
}

std::optional<Encounter> Encounters::worst(llvm::ArrayRef<Touch> Touches,
                                           Question MayBeOne) {
  if (llvm::none_of(Touches, [](const Touch &T) { return T.Write; }))
    return std::nullopt;
  std::vector<Encountered> Points = points(Touches);
  std::optional<Encounter> Best;
  size_t BestScore = ~size_t(0), Pairs = 0;
  for (const Encountered &X : Points) {
    if (!Touches[X.Touch].Write)
      continue;
    if ((Pairs += Points.size()) > MaxPairs)
      break;
    for (const Encountered &Y : Points) {
      bool Doubtful = X.At.Doubtful || Y.At.Doubtful;
      // The one without locks is the one to mend, and two different places tell
      // more than one.
      size_t Score = 1000 * Doubtful + 4 * X.At.Held.size() +
                     (X.Touch == Y.Touch) + 2 * Touches[Y.Touch].Write;
      if (Score >= BestScore || !MayBeOne(X, Y) ||
          judge(Touches[X.Touch], X.At, Touches[Y.Touch], Y.At) !=
              Apart::Nothing)
        continue;
      BestScore = Score;
      Best = Encounter{X, Y, Doubtful};
    }
  }
  return Best;
}
