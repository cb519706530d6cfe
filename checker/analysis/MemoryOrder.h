//===-- MemoryOrder.h - The orders of atomic operations -------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_MEMORYORDER_H
#define FEARLESS_ANALYSIS_MEMORYORDER_H

#include "analysis/BodyView.h"

namespace fearless::analysis {

/// Is it one atomic access of memory?
inline bool isAtomicAccess(models::EffectKind K) {
  return K == models::EffectKind::AtomicLoad ||
         K == models::EffectKind::AtomicStore ||
         K == models::EffectKind::AtomicUpdate;
}

/// As the C and C++ standards number them.
enum MemoryOrder : uint8_t {
  Relaxed,
  Consume,
  Acquire,
  Release,
  AcqRel,
  SeqCst
};

/// What stores with this order publish, loads may rely on.
inline bool releases(MemoryOrder O) { return O >= Release; }
inline bool acquires(MemoryOrder O) {
  return O == Consume || O == Acquire || O >= AcqRel;
}

/// Of an atomic Read or Write.
inline MemoryOrder memoryOrder(const facts::Fact &F) {
  return F.Detail ? MemoryOrder(F.Detail - 1) : SeqCst;
}
/// The fences of a body. One that releases, before a store, makes its order
/// right, and one that acquires, after a load ([atomics.fences]): before and
/// after as they stand in the source.
class Fences {
public:
  Fences(BodyView &View, const CallGraph &Graph);
  /// The order of the operation at \p Fact of that body, with these.
  MemoryOrder strengthen(MemoryOrder Order, uint32_t Fact) const;
  /// The same, of the atomic operation \p E of the call there.
  MemoryOrder orderOf(BodyView &View, uint32_t Fact,
                      const models::Effect &E) const;

private:
  struct Fence {
    uint32_t Fact;
    MemoryOrder Order;
  };
  llvm::SmallVector<Fence, 2> All;
};
/// The order that the call \p F gives to its atomic operation \p E: sequential,
/// if it says nothing that can be told.
MemoryOrder memoryOrder(BodyView &View, const facts::Fact &F,
                        const models::Effect &E);

} // namespace fearless::analysis

#endif
