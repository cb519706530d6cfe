//===-- ThreadConditions.cpp - What callers decide ------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of ThreadRoots: which branches a function can take as a root gets there,
// by the constants that the callers on its ways pass, and what it holds then:
// `void add(bool locked) { if (!locked) mu.lock(); … }`.
//
//===----------------------------------------------------------------------===//

#include "analysis/BodyView.h"
#include "analysis/Threads.h"
#include "support/Sorted.h"

using namespace fearless;
using namespace fearless::analysis;
using support::insertSorted;

/// Callers that are asked what they pass, and how far up.
static constexpr size_t MaxDecidingCallers = 64, MaxCallersAbove = 8;
static constexpr unsigned MaxDecidingDepth = 3;

/// The ways in which \p R enters \p B; none if they are too many to tell.
std::optional<std::vector<ThreadRoots::Entering>>
ThreadRoots::entering(BodyId B, RootId R, size_t Most) const {
  std::vector<Entering> All;
  const Root &Of = Roots[R.Index];
  if (Of.What == Root::Thread)
    for (size_t I = 0; I < Of.Point->Callable->Targets.size(); ++I)
      if (Of.Point->Callable->Targets[I] == B) {
        Entering &E = All.emplace_back();
        E.Arguments.append(Of.Point->Arguments[I].begin(),
                           Of.Point->Arguments[I].end());
      }
  auto Callers = Graph.callers(B);
  if (Callers.size() > Most)
    return std::nullopt;
  for (const CallGraph::Caller &C : Callers) {
    const RootContext *There = context(C.Body, R);
    if (!There || doomed({C.Body, C.Fact}))
      continue;
    Entering &E = All.emplace_back();
    E.From = C.Body;
    const CallSite *Site = Graph.site(C.Body, C.Fact);
    E.Known = Site && llvm::is_contained(Site->Targets.Bodies, B);
    if (!E.Known)
      continue; // By way of a library.
    BodyView View(Program, Paths, Graph, Summaries, C.Body);
    E.Arguments = View.arguments(View.fact(C.Fact));
    E.Held = Ways.Locks[Ways[There->Here].Held].vec();
    if (const PointState *P = Results[C.Body.Index].point(C.Fact))
      for (LockKey K : keysOf(P->Held, C.Body))
        insertSorted(E.Held, K);
  }
  if (All.empty())
    return std::nullopt;
  return All;
}

/// Can \p When be so if the function is entered as \p By says?
bool ThreadRoots::mayHold(llvm::ArrayRef<Condition> When, const Entering &By,
                          RootId R, unsigned Depth) const {
  std::vector<Condition> Above; // What the caller's own callers decide.
  for (const Condition &C : When) {
    if (!By.Known || C.Of.Kind != facts::OperandKind::Load)
      continue;
    const ProgramPath &N = Paths[C.Of.path()];
    if (N.Kind != PathKind::Parameter || N.Number >= By.Arguments.size())
      continue;
    Value Argument = By.Arguments[N.Number];
    if (Argument.isConstant()) {
      if (passes(Argument.constant(), C.Is, C.Constant) != C.Truth)
        return false;
    } else if (Argument.Kind == facts::OperandKind::Load &&
               Argument.Version == 0 &&
               Paths[Argument.path()].Kind == PathKind::Parameter) {
      Above.push_back({Argument, C.Is, C.Constant, C.Truth});
    }
  }
  if (Above.empty() || !By.From || Depth >= MaxDecidingDepth)
    return true;
  auto Ways = entering(By.From, R, MaxCallersAbove);
  return !Ways || llvm::any_of(*Ways, [&](const Entering &E) {
    return mayHold(Above, E, R, Depth + 1);
  });
}

bool ThreadRoots::mayBranch(llvm::ArrayRef<Condition> When, BodyId B,
                            RootId R) const {
  if (When.empty())
    return true;
  auto Ways = entering(B, R, MaxDecidingCallers);
  return !Ways || llvm::any_of(*Ways, [&](const Entering &E) {
    return mayHold(When, E, R, 0);
  });
}

void ThreadRoots::addConditionalHolds(
    Point &P, BodyId B, llvm::ArrayRef<ConditionalHold> Ways) const {
  if (Ways.empty())
    return;
  auto Enters = entering(B, P.Root, MaxDecidingCallers);
  if (!Enters)
    return;
  std::optional<std::vector<LockKey>> All;
  for (const Entering &E : *Enters)
    for (const ConditionalHold &Way : Ways) {
      if (!mayHold(Way.When, E, P.Root, 0))
        continue;
      std::vector<LockKey> Held = keysOf(Way.Held, B);
      for (LockKey K : E.Held)
        insertSorted(Held, K);
      if (!All)
        All = std::move(Held);
      else
        std::erase_if(*All,
                      [&](LockKey K) { return !llvm::is_contained(Held, K); });
    }
  if (All)
    for (LockKey K : *All)
      insertSorted(P.Held, K);
}
