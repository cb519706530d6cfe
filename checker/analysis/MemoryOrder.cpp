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

Fences::Fences(BodyView &View, const CallGraph &Graph) {
  for (const CallSite &S : Graph.sites(View.body()))
    if (S.Model)
      for (const Effect &E : S.Model->Effects)
        if (E.Kind == models::EffectKind::AtomicFence)
          All.push_back({S.Fact, memoryOrder(View, View.fact(S.Fact), E)});
}

MemoryOrder Fences::strengthen(MemoryOrder Order, uint32_t Fact) const {
  bool Acquires = acquires(Order), Releases = releases(Order);
  for (const Fence &F : All) {
    Releases |= F.Fact < Fact && releases(F.Order);
    Acquires |= F.Fact > Fact && acquires(F.Order);
  }
  if (Order == SeqCst || All.empty())
    return Order;
  return Acquires && Releases ? AcqRel
         : Acquires           ? Acquire
         : Releases           ? Release
                              : Order;
}

MemoryOrder Fences::orderOf(BodyView &View, uint32_t Fact,
                            const Effect &E) const {
  return strengthen(memoryOrder(View, View.fact(Fact), E), Fact);
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
