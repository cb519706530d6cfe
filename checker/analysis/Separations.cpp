//===-- Separations.cpp - What keeps two accesses apart without a lock ----===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/Separations.h"

#include "analysis/BodyView.h"
#include "support/Sorted.h"

using namespace fearless;
using namespace fearless::analysis;

/// Is one of the two in a handler that cannot run while the other does?
bool Separations::masked(Site X, const Point &P, Site Y, const Point &Q) {
  if (!Roots.root(P.Root).Handler && !Roots.root(Q.Root).Handler)
    return false;
  if (!Masks)
    Masks = std::make_unique<SignalMasks>(Program, Graph, Roots);
  return Roots.root(P.Root).Handler ? Masks->masked(Y, Q) : Masks->masked(X, P);
}

Apart Separations::between(Site X, const Point &P, Site Y, const Point &Q) {
  if (masked(X, P, Y, Q))
    return Apart::Masked;
  if (!Tasks)
    Tasks = std::make_unique<TaskOrder>(Program, Graph, Roots);
  // Who has ended has started.
  auto Started = [](const Point &At) {
    std::vector<Site> Result = At.Running;
    for (Site S : At.Ended)
      support::insertSorted(Result, S);
    return Result;
  };
  if (Tasks->before(X, P.Root, Started(P), Y.Body, Q.Root) ||
      Tasks->before(Y, Q.Root, Started(Q), X.Body, P.Root))
    return Apart::Task;
  if (!States)
    States = std::make_unique<ObjectStates>(Program, Paths, Graph, Summaries,
                                            Keys, Roots);
  if (States->avoids(P.Root, X) || States->avoids(Q.Root, Y))
    return Apart::OtherObjects;
  if (P.Root != Q.Root)
    return Apart::Nothing;
  return numbers().oneThread(P.Root, X, Y) ? Apart::OneThread : Apart::Nothing;
}

void Separations::findBarriers() {
  Barriers = std::make_unique<BarrierPhases>(Program, Graph);
  for (Site S : Barriers->barriers()) {
    BodyView View(Program, Paths, Graph, Summaries, S.Body);
    for (const models::Effect &E : Graph.site(S.Body, S.Fact)->Model->Effects)
      if (E.Kind == models::EffectKind::Wait) {
        Path Of = View.location(View.fact(S.Fact), E.On);
        for (uint32_t N : Roots.hands().keys({{Of, false}, {Of, true}}, S.Body))
          support::insertSorted(OfBarriers, N);
      }
  }
}

bool Separations::handedOver(Site X, const Point &P, Site Y, const Point &Q) {
  if (!Barriers)
    findBarriers();
  auto WithoutBarriers = [&](const Point &Of) {
    Point Result = Of;
    std::erase_if(Result.Observed, [&](uint32_t N) {
      return llvm::is_contained(OfBarriers, N);
    });
    return Result;
  };
  switch (Barriers->compare(X, Y)) {
  case BarrierPhases::Unrelated:
    return Roots.handedOver(P, Q);
  case BarrierPhases::Different:
    return true;
  case BarrierPhases::Same:
    return Roots.handedOver(WithoutBarriers(P), WithoutBarriers(Q));
  }
  llvm_unreachable("not a relation");
}

ThreadNumbers &Separations::numbers() {
  if (!Numbers)
    Numbers = std::make_unique<ThreadNumbers>(Program, Paths, Graph, Summaries,
                                              Roots);
  return *Numbers;
}

bool Separations::numbersThreads(RootId R, BodyId B, Value V) {
  return numbers().numbersThreads(R, B, V);
}

std::optional<int32_t> Separations::onlyNumber(RootId R, Site X) {
  return numbers().onlyNumber(R, X);
}
