//===-- LastUsers.cpp - Who frees an object because nobody uses it --------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/LastUsers.h"

#include "analysis/CriticalSections.h"
#include "analysis/MemoryOrder.h"

using namespace fearless;
using namespace fearless::analysis;

/// How far up the callers, and how many of them.
static constexpr unsigned MaxDepth = 3;
static constexpr size_t MaxCallers = 8;

/// Does the body count down what is in \p P?
static bool countsDown(BodyView &View, Path P) {
  const facts::FunctionBody &Facts = View.facts();
  return llvm::any_of(Facts.Facts, [&](const facts::Fact &F) {
    if (F.Kind != facts::FactKind::Assign || View.path(F.Path) != P)
      return false;
    const facts::Operand &O = Facts.operands(F)[0];
    return O.Kind == facts::OperandKind::Value &&
           Facts.Values[O.value().Index].Op == facts::ValueOp::Subtract;
  });
}

/// Is \p Fact one atomic operation that reads and writes, and that makes what
/// its thread did before visible to who does the next one?
bool LastUsers::exchanges(BodyView &View, uint32_t Fact) const {
  const CallSite *S = Graph.site(View.body(), Fact);
  return S && S->Model &&
         llvm::any_of(S->Model->Effects, [&](const models::Effect &E) {
           return E.Kind == models::EffectKind::AtomicUpdate &&
                  Fences(View, Graph).orderOf(View, Fact, E) != Relaxed;
         });
}

/// Does a branch on the content of \p Freed decide about \p Fact, or one on a
/// count beside it, as a handle has that of its users?
bool LastUsers::asksItself(BodyView &View, const ValueOrigins &Values,
                           uint32_t Fact, Path Freed) const {
  const FunctionResult NothingHeld; // Branches alone matter.
  CriticalSections Sections(Paths, Graph, Summaries, NothingHeld, View);
  auto InIt = [&](Path P) {
    return Paths.known(P) && P != Freed && Paths.startsWith(P, Freed);
  };
  return llvm::any_of(
      Sections.controls(Fact), [&](const CriticalSections::Control &C) {
        Origins From = Values.of(View.facts().operands(View.fact(C.Branch))[0]);
        return llvm::any_of(
                   From.Loads,
                   [&](Path P) { return InIt(P) || countsDown(View, P); }) ||
               llvm::any_of(From.Calls, [&](uint32_t Call) {
                 if (const CallSite *S = Graph.site(View.body(), Call);
                     S && S->has({models::EffectKind::AtomicUpdate}))
                   return exchanges(View, Call);
                 return llvm::any_of(
                     View.arguments(View.fact(Call)), [&](Value V) {
                       return V.Kind == facts::OperandKind::Address &&
                              InIt(V.path());
                     });
               });
      });
}

/// Does what \p Fact gets come from memory, not just a variable of its own,
/// that the function gives another value, or from an exchange?
bool LastUsers::isDetached(BodyView &View, const ValueOrigins &Values,
                           uint32_t Fact) const {
  const facts::FunctionBody &Facts = View.facts();
  Origins From = Values.of(Facts.operands(Facts.Facts[Fact]));
  return llvm::any_of(From.Calls,
                      [&](uint32_t Call) { return exchanges(View, Call); }) ||
         llvm::any_of(Facts.Facts, [&](const facts::Fact &F) {
           return F.Kind == facts::FactKind::Assign &&
                  Paths[View.path(F.Path)].Kind != PathKind::Local &&
                  From.Loads.count(View.path(F.Path));
         });
}

bool LastUsers::frees(Site At, Path Freed, unsigned Depth) const {
  if (!Paths.known(Freed))
    return false;
  BodyView View(Program, Paths, Graph, Summaries, At.Body);
  ValueOrigins Values(Program, Graph, View);
  if (isDetached(View, Values, At.Fact) ||
      asksItself(View, Values, At.Fact, Freed))
    return true;
  auto Callers = Graph.callers(At.Body);
  if (!Paths.isRoot(Freed, PathKind::Parameter) || Depth >= MaxDepth ||
      Callers.empty() || Callers.size() > MaxCallers)
    return false;
  return llvm::all_of(Callers, [&](const CallGraph::Caller &C) {
    BodyView There(Program, Paths, Graph, Summaries, C.Body);
    auto Arguments = There.arguments(There.fact(C.Fact));
    return frees({C.Body, C.Fact},
                 substitute(Paths, Freed, {Arguments, Path()}), Depth + 1);
  });
}
