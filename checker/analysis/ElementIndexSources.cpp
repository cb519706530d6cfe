//===-- ElementIndexSources.cpp - Where indices of elements come from -----===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of ElementIndices: what callers pass for an index, what those give who
// start a thread, and what memory holds.
//
//===----------------------------------------------------------------------===//

#include "analysis/ElementIndices.h"

#include "analysis/BodyView.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::FunctionBody;
using facts::OperandKind;

/// Is the value in \p P changed in \p B under a lock? Then each thread that
/// reads it there has taken a value of its own.
bool ElementIndices::takenUnderLock(BodyId B, Path P) {
  BodyView View(Program, Paths, Graph, Memory.summaries(), B);
  const FunctionBody &Facts = View.facts();
  for (uint32_t I = 0; I < Facts.Facts.size(); ++I) {
    const Fact &F = Facts.Facts[I];
    if (F.Kind != FactKind::Write || View.path(F.Path) != P)
      continue;
    if (F.Flags & facts::FF_AtomicAccess)
      return true;
    const PointState *State = Results[B.Index].point(I);
    if (State && (!State->Held.empty() || !State->Uncertain.empty() ||
                  !State->Ways.empty()))
      return true;
  }
  return false;
}

/// What a place that threads share holds, or what one was told.
ElementIndices::Choices ElementIndices::stored(BodyId B, Value V, RootId By,
                                               uint32_t Fact, unsigned Depth) {
  if (std::optional<Choices> Left = leftForThread(B, V, By, Depth))
    return *Left;
  if (Apartness.numbersThreads(By, B, V))
    return Choices{Choice{Choice::Number}};
  Locations Found = Memory.locate(B, V.path(), By, Fact);
  if (Found.size() != 1 || !Found[0].Told || takenUnderLock(B, V.path()))
    return Choices{Choice()};
  Choice C{Choice::Common};
  C.Where = Found[0];
  for (Path P = C.Where->Where; P; P = Paths[P].Parent)
    if (Paths[P].Kind == PathKind::ElementAny)
      return Choices{Choice()};
  return Choices{C};
}

/// Is it the number that a loop counts and gives each thread?
bool ElementIndices::countedForThread(const Choices &Given) {
  return Given.size() == 1 && Given[0].What == Choice::Number &&
         Given[0].Counter;
}

/// What those who start the threads of \p By give them.
ElementIndices::Choices ElementIndices::given(RootId By, unsigned Parameter,
                                              unsigned Depth) {
  const Root &R = Roots.root(By);
  if (!R.Point || R.Entries.size() != 1 || R.Point->Arguments.empty() ||
      Parameter >= R.Point->Arguments[0].size())
    return Choices{Choice()};
  Choices Result;
  for (const RootContext &C : Roots.contexts(R.Spawn.Body)) {
    Choices Here = resolve(R.Spawn.Body, R.Point->Arguments[0][Parameter],
                           C.Root, R.Spawn.Fact, Depth + 1);
    if (R.Many)
      giveNumbers(Here);
    Result.append(Here.begin(), Here.end());
    if (Result.size() > MaxChoices)
      return Choices{Choice()};
  }
  return Result;
}

/// What the parameter of \p B may be, as \p By gets there.
ElementIndices::Choices ElementIndices::passed(BodyId B, unsigned Parameter,
                                               RootId By, unsigned Depth) {
  if (Depth >= MaxDepth)
    return Choices{Choice()};
  Choices Result;
  if (llvm::is_contained(Roots.root(By).Entries, B))
    Result = given(By, Parameter, Depth);
  for (const CallGraph::Caller &C : Graph.callers(B)) {
    if (!Roots.context(C.Body, By))
      continue;
    auto Arguments = Memory.flows().flow(C.Body).arguments(C.Fact, B);
    if (Parameter >= Arguments.size())
      return Choices{Choice()};
    Choices Here = resolve(C.Body, Arguments[Parameter], By, C.Fact, Depth + 1);
    Result.append(Here.begin(), Here.end());
    if (Result.size() > MaxChoices)
      return Choices{Choice()};
  }
  return Result;
}

/// What is stored in \p P, as a key that is passed by reference is.
ElementIndices::Choices ElementIndices::referred(BodyId B, Path P, RootId By,
                                                 uint32_t Fact,
                                                 unsigned Depth) {
  if (!Paths.known(P) || Depth >= MaxDepth)
    return Choices{Choice()};
  const ProgramPath &N = Paths[P];
  if (N.Kind == PathKind::Parameter)
    return passed(B, N.Number, By, Depth);
  if (N.Kind == PathKind::Deref && Paths[N.Parent].Kind == PathKind::Parameter)
    return passed(B, Paths[N.Parent].Number, By, Depth);
  if (N.Kind != PathKind::Local || N.Version != B.Index)
    return Choices{Choice()};
  BodyView View(Program, Paths, Graph, Memory.summaries(), B);
  std::optional<Value> Stored = View.onlyStored(P);
  return Stored ? resolve(B, *Stored, By, Fact, Depth + 1) : Choices{Choice()};
}

/// The number in an element that each round of a loop fills for the thread that
/// it starts: `ids[i] = i; start(&ids[i]);`. None: \p V is no such number.
std::optional<ElementIndices::Choices>
ElementIndices::leftForThread(BodyId B, Value V, RootId By, unsigned Depth) {
  const Root &R = Roots.root(By);
  if (Depth >= MaxDepth || !R.Point || R.Entries.size() != 1 ||
      R.Entries[0] != B || R.Point->Arguments.empty() ||
      Roots.contexts(R.Spawn.Body).size() != 1)
    return std::nullopt;
  Value There = substitute(Paths, V, {R.Point->Arguments[0], Path()});
  if (There.Kind != OperandKind::Load || !Paths.known(There.path()))
    return std::nullopt;
  BodyView View(Program, Paths, Graph, Memory.summaries(), R.Spawn.Body);
  std::optional<Value> Stored = View.onlyStored(There.path());
  if (!Stored)
    return std::nullopt;
  Choices Given =
      resolve(R.Spawn.Body, *Stored, Roots.contexts(R.Spawn.Body)[0].Root,
              R.Spawn.Fact, Depth + 1);
  if (R.Many)
    giveNumbers(Given);
  if (!countedForThread(Given))
    return std::nullopt;
  return Given;
}
