//===-- TouchedElements.cpp - Which elements threads touch in a trial -----===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/TouchedElements.h"

using namespace fearless;
using namespace fearless::analysis;

/// What starts the threads of \p R: the function itself, or, so that more of
/// what it passes is known, who alone calls it.
BodyId TouchedElements::starterOf(RootId R) const {
  const Root &Of = Roots.root(R);
  if (Of.What != Root::Thread || Of.Handler)
    return {};
  BodyId B = Of.Spawn.Body;
  auto Begins = [&](BodyId Body) {
    return llvm::any_of(Roots.contexts(Body), [&](const RootContext &C) {
      return llvm::is_contained(Roots.root(C.Root).Entries, Body);
    });
  };
  for (unsigned I = 0; I < MaxCallers && !Begins(B); ++I) {
    auto Callers = Graph.callers(B);
    if (Callers.size() != 1)
      break;
    B = Callers[0].Body;
  }
  return B;
}

const TrialRun *TouchedElements::trial(BodyId Starter) {
  auto [It, New] = Runs.try_emplace(Starter);
  if (!New)
    return It->second.get();
  if (Steps >= MaxSteps) {
    ++Cuts;
    return nullptr;
  }
  auto Run = std::make_unique<TrialRun>(Program, Paths, Graph, Summaries,
                                        Results, Roots, Starts);
  Run->run(Starter);
  Steps += Run->steps();
  return (Runs[Starter] = std::move(Run)).get();
}

/// What a thread touches with one access.
static std::vector<TrialTouch> touches(const TrialThread &T,
                                       const TouchedElements::Use &U) {
  std::vector<TrialTouch> Result;
  if (auto It = T.Touches.find(U.At); It != T.Touches.end())
    for (const TrialTouch &One : It->second)
      if (One.Of == U.Of)
        Result.push_back(One);
  return Result;
}

/// Adds what thread \p I of the run does with A, while \p J does B.
void TouchedElements::add(Answer &To, const TrialRun &Run, uint32_t I,
                          const Use &A, uint32_t J, const Use &B) {
  const TrialThread &S = Run.threads()[I], &T = Run.threads()[J];
  const TrialPlaces &Places = Run.places();
  std::vector<TrialTouch> X = touches(S, A), Y = touches(T, B);
  std::map<PlaceId, std::vector<const TrialTouch *>> ByPlace;
  std::set<std::vector<int64_t>> Indices; // As many of each as both have.
  size_t Common = ~size_t(0);
  for (const std::vector<TrialTouch> *All : {&X, &Y})
    for (const TrialTouch &One : *All)
      Common = std::min(Common, Places.indices(One.Where).size());
  auto IndicesOf = [&](const TrialTouch &One) {
    std::vector<int64_t> Result = Places.indices(One.Where);
    Result.resize(Common);
    return Result;
  };
  To.Complete &= S.Complete && T.Complete;
  for (const TrialTouch &One : Y) {
    To.Complete &= !Places.has(One.Where, TrialPlace::SomeElement);
    ByPlace[One.Where].push_back(&One);
    Indices.insert(IndicesOf(One));
  }
  // Of one that started the other, what it does in the other's time.
  auto InTime = [&](const TrialTouch &P, const TrialTouch &Q) {
    if (T.Parent == I && (P.Time < T.Started || P.Time > T.Ended))
      return false;
    if (S.Parent == J && (Q.Time < S.Started || Q.Time > S.Ended))
      return false;
    return !(S.Phase && T.Phase) || P.Phase == Q.Phase;
  };
  for (const TrialTouch &One : X) {
    if (To.settled())
      return;
    To.Compared |= !Y.empty();
    if (Places.has(One.Where, TrialPlace::SomeElement)) {
      To.Complete = false;
      continue;
    }
    To.SameIndices |= Indices.contains(IndicesOf(One));
    auto It = ByPlace.find(One.Where);
    if (It == ByPlace.end())
      continue;
    for (const TrialTouch *There : It->second) {
      if (!InTime(One, *There))
        continue;
      bool Shares = Run.share(One.Locks, There->Locks);
      if (!Shares && (!To.Meet || To.Locked))
        To.Example = Places.indices(One.Where);
      To.Meet = true;
      To.Unlocked |= Run.apart(One.Locks, A.Held, There->Locks, B.Held);
      To.Locked &= Shares;
    }
  }
}

TouchedElements::Answer TouchedElements::look(const Use &A, const Use &B) {
  Answer Result;
  BodyId Starter = starterOf(A.By), Other = starterOf(B.By);
  if (!Starter)
    Starter = Other;
  if (!Starter || (Other && Other != Starter))
    return Result;
  const TrialRun *Run = trial(Starter);
  if (!Run)
    return Result;
  auto Runs = [&](uint32_t T, RootId By) {
    return T == 0 ? Roots.context(Starter, By) != nullptr
                  : Run->threads()[T].By == By;
  };
  for (uint32_t I = 0; I < Run->threads().size(); ++I)
    for (uint32_t J = 0; J < Run->threads().size(); ++J)
      if (!Result.settled() && I != J && Runs(I, A.By) && Runs(J, B.By) &&
          Run->overlap(I, J))
        add(Result, *Run, I, A, J, B);
  return Result;
}

const TouchedElements::Answer &TouchedElements::ask(const Use &A,
                                                    const Use &B) {
  auto [It, New] = Answers.try_emplace({A, B});
  if (New)
    It->second = look(A, B);
  return It->second;
}

TouchedElements::Verdict TouchedElements::compare(const Use &A, const Use &B) {
  const Answer &Told = ask(A, B);
  if (Told.Meet && !(Told.Locked && Told.Complete))
    return Meet;
  return Told.Compared && Told.Complete && (Told.Meet || !Told.SameIndices)
             ? Apart
             : Unknown;
}

bool TouchedElements::meetUnlocked(const Use &A, const Use &B) {
  return ask(A, B).Unlocked;
}
