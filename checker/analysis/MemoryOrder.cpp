//===-- MemoryOrder.cpp - The orders of atomic operations -----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/MemoryOrder.h"

using namespace fearless;
using namespace fearless::analysis;
using models::Effect;

bool analysis::hasFence(const CallGraph &Graph, BodyId B) {
  return llvm::any_of(Graph.sites(B), [](const CallSite &S) {
    return S.has({models::EffectKind::AtomicFence});
  });
}

MemoryOrder analysis::memoryOrder(BodyView &View, const facts::Fact &F,
                                  const Effect &E) {
  if (!E.Order)
    return SeqCst;
  auto V = View.values(F, {{models::SelectorKind::Argument, *E.Order}});
  bool Known = !V.empty() && V[0].isConstant() && V[0].constant() >= Relaxed &&
               V[0].constant() <= SeqCst;
  return Known ? MemoryOrder(V[0].constant()) : SeqCst;
}
