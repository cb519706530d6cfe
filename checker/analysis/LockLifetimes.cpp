//===-- LockLifetimes.cpp - Where locks begin, end and are used -----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/LockLifetimes.h"

#include "analysis/PointerFlow.h"

using namespace fearless;
using namespace fearless::analysis;
using models::EffectKind;

static constexpr std::initializer_list<EffectKind>
    Begins = {EffectKind::InitLock, EffectKind::InitRecursive},
    Ends = {EffectKind::EndLock},
    Uses = {EffectKind::Acquire, EffectKind::TryAcquire, EffectKind::Release};

LockLifetimes::LockLifetimes(const link::Program &Program, PathTable &Paths,
                             const CallGraph &Graph,
                             const std::vector<Summary> &Summaries,
                             const LockKeys &Keys, const ThreadRoots &Roots)
    : AccessTable(Program, Paths, Keys), Graph(Graph), Summaries(Summaries),
      Last(Program, Paths, Graph, Summaries) {
  std::vector<BodyId> Bodies;
  bool Any = false;
  for (uint32_t I = 0; I < Program.bodies().size(); ++I) {
    BodyId B(I);
    if (llvm::none_of(Roots.contexts(B), [&](const RootContext &C) {
          return Roots.root(C.Root).What != Root::Library;
        }))
      continue;
    Bodies.push_back(B);
    Any |= llvm::any_of(Graph.sites(B), [](const CallSite &S) {
      return S.has(Begins) || S.has(Ends);
    });
  }
  if (!Any)
    return;
  for (BodyId B : Bodies) {
    Program.trim();
    collect(B);
  }
}

void LockLifetimes::collect(BodyId B) {
  // Those of a class live as long as its objects: what is told of these, is.
  const link::FunctionSymbol &F = Program.function(Program.body(B).Function);
  if (F.has(facts::FnF_Constructor) || F.has(facts::FnF_Destructor))
    return;
  auto Matters = [](const CallSite &S) {
    return S.has(Begins) || S.has(Ends) || S.has(Uses);
  };
  if (llvm::none_of(Graph.sites(B), Matters))
    return;
  BodyView View(Program, Paths, Graph, Summaries, B);
  std::vector<uint32_t> Ordinals = resultOrdinals(View.facts());
  for (const CallSite &S : Graph.sites(B)) {
    if (!S.Model || !Matters(S))
      continue;
    for (const models::Effect &E : S.Model->Effects) {
      bool Frees = llvm::is_contained(Ends, E.Kind);
      bool Writes = Frees || llvm::is_contained(Begins, E.Kind);
      if (!Writes && !llvm::is_contained(Uses, E.Kind))
        continue;
      Path P = View.location(View.fact(S.Fact), E.Operands.front());
      if (!Paths.known(P))
        continue;
      // The last user of an object takes its lock down.
      Path Object = Paths[P].Kind == PathKind::Field ? Paths[P].Parent : P;
      if (Frees && Last.frees({B, S.Fact}, Object))
        continue;
      const facts::Operand *O =
          select(Program, B, View.fact(S.Fact), E.Operands.front());
      uint32_t ReadAt = PointerFlow::readAt(
          View.facts(), Ordinals,
          O && O->hasPath() ? O->path() : facts::PathId(), S.Fact);
      AccessTable::add({B, P, S.Fact, Writes, Frees, /*Part=*/false,
                        /*Atomic=*/false, ReadAt});
    }
  }
}
