//===-- DeclaredLocks.cpp - Locks that only attributes tell of ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/DeclaredLocks.h"

#include "analysis/FlowOrder.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::AnnotationKind;
using models::EffectKind;

/// What a body does to locks that models know. Who does both looks after its
/// own inside: `lock() { m.lock(); while (busy) wait(); busy = true;
/// m.unlock(); }`
namespace {
enum Doing : uint8_t { Nothing = 0, Takes = 1, Gives = 2 };
}

static uint8_t doingOf(EffectKind K) {
  switch (K) {
  case EffectKind::Acquire:
  case EffectKind::TryAcquire:
  case EffectKind::AcquireTogether:
  case EffectKind::GuardAcquire:
  case EffectKind::GuardTry:
  case EffectKind::GuardLock:
  case EffectKind::GuardTryLock:
    return Takes;
  case EffectKind::Release:
  case EffectKind::GuardAdopt:
  case EffectKind::GuardUnlock:
  case EffectKind::GuardDrop:
    return Gives;
  default:
    return Nothing;
  }
}

/// Callees first. What a cycle of calls does is seen by those after it.
static std::vector<uint8_t> whatBodiesDo(const link::Program &Program,
                                         const CallGraph &Graph) {
  std::vector<uint8_t> Done(Program.bodies().size());
  for (uint32_t C = 0; C < Graph.componentCount(); ++C)
    for (BodyId B : Graph.component(C))
      for (const CallSite &S : Graph.sites(B)) {
        if (S.Model)
          for (const models::Effect &E : S.Model->Effects)
            Done[B.Index] |= doingOf(E.Kind);
        for (BodyId Callee : S.Targets.Bodies)
          Done[B.Index] |= Done[Callee.Index];
      }
  return Done;
}

static bool speaksOfLocks(const DeclaredEffect &E) {
  return isTaking(E.Kind) || isGiving(E.Kind) || isTrying(E.Kind) ||
         isAsserting(E.Kind);
}

DeclaredLocks::DeclaredLocks(const link::Program &Program, PathTable &Paths,
                             const CallGraph &Graph,
                             const std::vector<Summary> &Summaries)
    : Program(Program), Graph(Graph), Written(Program, Paths, Summaries) {
  if (Written.any())
    findOpaque();
}

void DeclaredLocks::findOpaque() {
  for (uint32_t I = 0; I < Program.records().size(); ++I) {
    Program.trim();
    const link::RecordSymbol &R = Program.records()[I];
    if (Written.isScoped(link::RecordSym(I)))
      Opaque.insert(link::RecordSym(I));
    if (llvm::any_of(Program.unit(R.Unit).record(R.Decl).Annotations,
                     [&](const facts::Annotation &A) {
                       // Nobody waits for a role.
                       return A.Kind == AnnotationKind::Capability &&
                              (A.Arguments.empty() ||
                               Program.text(R.Unit, A.Arguments[0]) != "role");
                     }))
      Opaque.insert(link::RecordSym(I));
  }
  if (Opaque.empty())
    return;
  std::vector<uint8_t> Done = whatBodiesDo(Program, Graph);
  for (uint32_t I = 0; I < Program.functions().size(); ++I) {
    const link::FunctionSymbol &F = Program.functions()[I];
    if (F.Owner &&
        llvm::any_of(Written.effects(link::FunctionSym(I)), speaksOfLocks) &&
        llvm::any_of(F.Bodies, [&](BodyId B) {
          return Done[B.Index] == Takes || Done[B.Index] == Gives;
        }))
      Opaque.erase(F.Owner);
  }
}

llvm::ArrayRef<DeclaredEffect>
DeclaredLocks::effects(link::FunctionSym F) const {
  auto All = Written.effects(F);
  if (llvm::none_of(All, speaksOfLocks))
    return {};
  const link::FunctionSymbol &Of = Program.function(F);
  auto BodiesTell = [&](link::RecordSym R) {
    return Written.isScoped(R) && !Opaque.contains(R);
  };
  if (BodiesTell(Of.Owner) ||
      BodiesTell(classOf(Program, {Of.Unit, Program.decl(F).Result})))
    return {};
  return All;
}

bool DeclaredLocks::speakFor(link::RecordSym R) const {
  if (!R)
    return false;
  const models::TypeModel *M = Program.record(R).Model;
  return (M && M->Role == models::TypeRole::Lock) || Opaque.contains(R);
}

bool DeclaredLocks::mayWait(link::FunctionSym F, unsigned Depth) const {
  constexpr unsigned MaxDepth = 4;
  const auto &Bodies = Program.function(F).Bodies;
  if (Depth > MaxDepth || Bodies.empty())
    return true;
  return llvm::any_of(Bodies, [&](BodyId B) {
    if (!FlowOrder(Program.facts(B)).loopHeads().empty())
      return true;
    return llvm::any_of(Graph.sites(B), [&](const CallSite &S) {
      if (S.Model)
        return llvm::any_of(S.Model->Effects, [](const models::Effect &E) {
          return E.Kind <= EffectKind::Join;
        });
      return S.Targets.Unresolved || S.Targets.Bodies.empty() ||
             llvm::any_of(S.Targets.Bodies, [&](BodyId Callee) {
               return mayWait(Program.body(Callee).Function, Depth + 1);
             });
    });
  });
}
