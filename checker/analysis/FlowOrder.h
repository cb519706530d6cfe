//===-- FlowOrder.h - Orders and dominance of a flow graph ----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reverse post-order, immediate post-dominators (Cooper, Harvey and Kennedy, "A
// Simple, Fast Dominance Algorithm", 2001) and natural loops of a function's
// blocks. Handlers count as reachable from nowhere but come after the rest.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_FLOWORDER_H
#define FEARLESS_ANALYSIS_FLOWORDER_H

#include "facts/FunctionBody.h"

#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/STLFunctionalExtras.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace fearless::analysis {

class FlowOrder {
public:
  explicit FlowOrder(const facts::FunctionBody &Body);

  /// For each block its number in reverse post-order.
  std::vector<uint32_t> reversePostOrder() const { return Number; }
  /// For each block the block that every path from it to an exit passes next;
  /// ~0 where there is none but the end of the function.
  std::vector<uint32_t> immediatePostDominators() const;
  /// Blocks that a later block leads back to.
  std::vector<uint32_t> loopHeads() const;
  /// The natural loop with this head, the head included.
  std::vector<uint32_t> loopBlocks(uint32_t Head) const;
  /// The head of the innermost natural loop that contains \p Block.
  std::optional<uint32_t> innermostLoop(uint32_t Block) const;

private:
  const facts::FunctionBody &Body;
  std::vector<uint32_t> Number;   ///< Of each block.
  std::vector<uint32_t> Sequence; ///< Blocks by number.
  std::vector<std::vector<uint32_t>> Predecessors;
};

/// The block that the fact with index \p Fact is in. Linear in the blocks.
uint32_t blockOf(const facts::FunctionBody &Body, uint32_t Fact);

/// The blocks that some way from the entry leads to, also over what throws, if
/// only those branches are taken of which \p Takes says so: of a block, to its
/// successor of that number. Linear in blocks, edges and cleanups of facts.
llvm::BitVector reachableBlocks(
    const facts::FunctionBody &Body,
    llvm::function_ref<bool(const facts::Block &, size_t Successor)> Takes);

/// The facts after which nothing leads on, not even a loop: every way from
/// there ends the program (abort, a failed assertion, a crash report). By
/// index; empty if there are none. Linear in the blocks' edges, times the depth
/// of such code.
llvm::BitVector doomedFacts(const facts::FunctionBody &Body);

} // namespace fearless::analysis

#endif
