//===-- Components.h - Strongly connected components of a graph -----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tarjan's algorithm ("Depth-first search and linear graph algorithms", 1972)
// with an explicit stack: graphs of calls are deep. Linear in nodes and edges.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_SUPPORT_COMPONENTS_H
#define FEARLESS_SUPPORT_COMPONENTS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"

#include <cstdint>
#include <vector>

namespace fearless::support {

/// Of a graph whose nodes are numbers.
class Components {
public:
  using Nodes = llvm::SmallVector<uint32_t, 8>;

  Components() = default;
  /// \p Successors is asked once for each node below \p Count.
  Components(uint32_t Count,
             llvm::function_ref<Nodes(uint32_t Node)> Successors);

  /// Puts the components of one group next to each other as far as their
  /// successors, who still come first, allow. Groups have low numbers; a
  /// component's group is that of its first member. Linear.
  void cluster(llvm::function_ref<Nodes(uint32_t Node)> Successors,
               llvm::function_ref<uint32_t(uint32_t Node)> GroupOf);

  /// Components, successors first.
  uint32_t size() const { return First.size() - 1; }
  /// Sorted.
  llvm::ArrayRef<uint32_t> members(uint32_t Component) const {
    return llvm::ArrayRef(Members).slice(
        First[Component], First[Component + 1] - First[Component]);
  }
  /// When the search left \p Node: successors have lower numbers, but for edges
  /// back in a cycle.
  uint32_t order(uint32_t Node) const { return Order[Node]; }

private:
  std::vector<uint32_t> componentOfEach() const;
  void rearrange(llvm::ArrayRef<uint32_t> NewOrder);

  std::vector<uint32_t> Members; ///< Of all components.
  std::vector<uint32_t> First;   ///< Of each component, and one past the last.
  std::vector<uint32_t> Order;   ///< By node.
};

} // namespace fearless::support

#endif
