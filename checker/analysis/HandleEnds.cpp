//===-- HandleEnds.cpp - Where a function may end a thread ----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/HandleEnds.h"

using namespace fearless;
using namespace fearless::analysis;
using models::EffectKind;

static bool ends(const CallSite &S, const std::vector<Summary> &Summaries) {
  if (S.Model)
    return S.has(
        {EffectKind::Join, EffectKind::JoinIfJoinable, EffectKind::Detach});
  return llvm::any_of(S.Targets.Bodies, [&](BodyId B) {
    return llvm::any_of(
        Summaries[B.Index].Acquisitions,
        [](const Acquisition &A) { return A.Kind == WaitKind::Thread; });
  });
}

HandleEnds analysis::handleEnds(const link::Program &Program, PathTable &Paths,
                                const CallGraph &Graph,
                                const std::vector<Summary> &Summaries,
                                BodyView &View, const Walkers &Walking,
                                Path Handle) {
  HandleEnds Result;
  auto IsHandle = [&](const facts::Operand &O) {
    Value V = View.value(O);
    Path P = V.hasPath() ? throughWalkers(Paths, Walking, V.path()) : Path();
    return Paths.known(P) && Paths.known(Handle) &&
           (sameHandle(Program, Paths, P, Handle) ||
            Paths.startsWith(Handle, P));
  };
  for (const CallSite &S : Graph.sites(View.body())) {
    const facts::Fact &F = View.fact(S.Fact);
    if (F.Kind == facts::FactKind::Destroy ||
        llvm::none_of(View.facts().operands(F), IsHandle))
      continue;
    Result.OutOfSight |=
        !S.Model && (S.Targets.Bodies.empty() || S.Targets.Unresolved);
    if (ends(S, Summaries))
      Result.Facts.push_back(S.Fact);
  }
  return Result;
}
