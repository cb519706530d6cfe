//===-- CriticalSections.h - What one hold of a lock spans ----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// In one body: whether a lock is held without a break from one fact to another,
// where the hold began, and which branches decide whether a fact is reached.
// A break is a point at which the lock is not held for sure, or a wait that
// gives it back. Ways over exceptions are not followed.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_CRITICALSECTIONS_H
#define FEARLESS_ANALYSIS_CRITICALSECTIONS_H

#include "analysis/BodyView.h"
#include "analysis/FunctionResult.h"

#include "llvm/ADT/BitVector.h"

namespace fearless::analysis {

class CriticalSections {
public:
  CriticalSections(PathTable &Paths, const CallGraph &Graph,
                   const std::vector<Summary> &Summaries,
                   const FunctionResult &Result, BodyView &View);

  bool held(uint32_t Fact, Path Lock) const;
  llvm::SmallVector<Path, 4> heldAt(uint32_t Fact) const;
  /// Some way that passes \p Fact does not hold \p Lock there.
  bool breaks(uint32_t Fact, Path Lock) const;

  struct Way {
    bool Any = false;    ///< There is one.
    bool Broken = false; ///< One on which the lock is not held all the time.
    uint32_t Break = ~0u; ///< The first break that was found.
  };
  /// The ways from after \p From to \p To that pass none of \p Around.
  Way way(uint32_t From, uint32_t To, Path Lock,
          llvm::ArrayRef<uint32_t> Around = {}) const;
  /// The same from the branch at \p Branch on, where it takes \p Successor.
  Way wayFrom(uint32_t Branch, unsigned Successor, uint32_t To, Path Lock,
              llvm::ArrayRef<uint32_t> Around = {}) const;

  /// The facts that come before \p Fact in the same hold of \p Lock (none:
  /// since the function was entered), \p Fact not included.
  llvm::BitVector before(uint32_t Fact, Path Lock) const;
  /// The facts, calls mostly, that begin the hold in which \p Fact is.
  llvm::SmallVector<uint32_t, 2> begins(uint32_t Fact, Path Lock) const;

  /// A branch of whose ways some lead to a fact and others do not.
  struct Control {
    uint32_t Branch;    ///< The Assume or Switch.
    unsigned Successor; ///< The first that leads there.
  };
  std::vector<Control> controls(uint32_t Fact) const;
  /// The blocks that only this way of the branch leads to.
  llvm::BitVector onlyAfter(const Control &C) const;

  uint32_t blockOf(uint32_t Fact) const { return Blocks[Fact]; }

private:
  Way search(llvm::SmallVector<std::pair<uint32_t, bool>, 8> Start, uint32_t To,
             Path Lock, llvm::ArrayRef<uint32_t> Around) const;
  void after(uint32_t Fact, llvm::SmallVectorImpl<uint32_t> &Next) const;
  void firstOf(uint32_t Block, llvm::SmallVectorImpl<uint32_t> &Next) const;
  llvm::BitVector reach(uint32_t Block, uint32_t Around) const;

  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<Summary> &Summaries;
  const FunctionResult &Result;
  BodyView &View;
  const facts::FunctionBody &Facts;
  std::vector<uint32_t> Blocks; ///< Of each fact.
  std::vector<llvm::SmallVector<uint32_t, 2>> Before; ///< Facts before facts.
};

} // namespace fearless::analysis

#endif
