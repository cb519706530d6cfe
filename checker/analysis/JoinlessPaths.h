//===-- JoinlessPaths.h - Ways from a thread's start past its joins -------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Within one body: which branches lead a thread that was started past the
// places where it is joined, and whether they ask the same as the branch by
// which it was started, so that this way is perhaps no way at all:
// `if (parallel) t = std::thread(f); … if (parallel) t.join();`
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_JOINLESSPATHS_H
#define FEARLESS_ANALYSIS_JOINLESSPATHS_H

#include "facts/FunctionBody.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/BitVector.h"

#include <set>

namespace fearless::analysis {

class JoinlessPaths {
public:
  explicit JoinlessPaths(const facts::FunctionBody &Facts);

  /// Does some branch that keeps what was started at \p Start from \p Joins, on
  /// its way to \p End, ask for something that tells whether it was started?
  /// Facts. Linear in the body.
  bool dependsOnStart(uint32_t Start, llvm::ArrayRef<uint32_t> Joins,
                      uint32_t End) const;

  /// Does some way lead from \p Start to \p End past the heads of the loops
  /// that \p Joins are in? A loop over many threads ends them all. True if they
  /// are in none.
  bool passesLoops(uint32_t Start, llvm::ArrayRef<uint32_t> Joins,
                   uint32_t End) const;

private:
  using Blocks = llvm::BitVector;
  Blocks reachable(uint32_t From, const Blocks &Stops, bool Backward) const;
  std::set<facts::PathId> askedBy(uint32_t Block) const;
  void mentioned(const facts::Operand &O, std::set<facts::PathId> &To,
                 unsigned Depth) const;
  std::set<facts::PathId> tellingOf(uint32_t Start) const;

  const facts::FunctionBody &Facts;
  std::vector<std::vector<uint32_t>> Predecessors;
  std::vector<uint32_t> Calls; ///< Facts by ordinal; ~0.
};

} // namespace fearless::analysis

#endif
