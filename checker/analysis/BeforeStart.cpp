//===-- BeforeStart.cpp - What is done to an object before its thread -----===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/BeforeStart.h"

using namespace fearless;
using namespace fearless::analysis;

/// The root of what \p Call passes for \p Parameter, a parameter of \p Callee.
Path BeforeStart::argument(Site Call, BodyId Callee, Path Parameter) const {
  auto Arguments = Flows.flow(Call.Body).arguments(Call.Fact, Callee);
  uint32_t I = Paths[Parameter].Number;
  if (I >= Arguments.size() || !Arguments[I].hasPath() ||
      !Paths.known(Arguments[I].path()))
    return Path();
  return Paths[Arguments[I].path()].Root;
}

/// The start itself, and calls that lead there, with what they pass.
const std::vector<BeforeStart::Use> &BeforeStart::starts(RootId R) {
  auto [It, New] = Starts.try_emplace(R);
  std::vector<Use> &To = It->second;
  if (!New)
    return To;
  const Root &Of = Roots.root(R);
  for (const auto &Arguments : Of.Point->Arguments)
    for (Value V : Arguments)
      if (V.hasPath() && Paths.known(V.path()))
        To.push_back({Of.Spawn, Paths[V.path()].Root});
  size_t Begin = 0;
  for (unsigned Depth = 0; Depth < MaxDepth; ++Depth) {
    size_t End = To.size();
    for (size_t I = Begin; I < End; ++I) {
      const Use U = To[I];
      if (!Paths.isRoot(U.Object, PathKind::Parameter) ||
          Graph.callers(U.At.Body).size() > MaxCallers)
        continue;
      for (const CallGraph::Caller &C : Graph.callers(U.At.Body))
        if (Path P = argument({C.Body, C.Fact}, U.At.Body, U.Object))
          To.push_back({{C.Body, C.Fact}, P});
    }
    Begin = End;
  }
  return To;
}

bool BeforeStart::before(BodyId B, uint32_t Fact, Path Of, Site Via, RootId R) {
  const Root &Thread = Roots.root(R);
  if (Thread.What != Root::Thread || !Thread.Point || !Paths.known(Of))
    return false;
  std::vector<Use> Mine{{{B, Fact}, Paths[Of].Root}};
  if (Via && Paths.isRoot(Mine[0].Object, PathKind::Parameter))
    if (Path P = argument(Via, B, Mine[0].Object))
      Mine.push_back({Via, P});
  for (const Use &U : Mine)
    for (const Use &S : starts(R)) {
      if (U.At.Body != S.At.Body || U.Object != S.Object ||
          U.At.Fact == S.At.Fact)
        continue;
      const PointerFlow &Flow = Flows.flow(U.At.Body);
      auto Maker = Flow.makerOf(U.Object);
      if (Flow.mayPrecede({U.At.Fact}, S.At.Fact, std::nullopt) &&
          !Flow.mayPrecede({S.At.Fact}, U.At.Fact, Maker))
        return true;
    }
  return false;
}
