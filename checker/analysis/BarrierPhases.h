//===-- BarrierPhases.h - What threads do between two barriers ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Threads that run one function and wait for each other at its barriers are in
// one phase of it at a time: two places of the function that come after
// different waits never meet, and two that may come after one and the same wait
// are not kept apart by the barrier.
//
// Limits: that all threads pass the same waits is not asked (a thread that does
// not would hang the others); waits on two ways that exclude each other count
// as one; a wait in a function that is called counts where it is on every way
// through that.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_BARRIERPHASES_H
#define FEARLESS_ANALYSIS_BARRIERPHASES_H

#include "analysis/CallGraph.h"
#include "analysis/Summary.h"

#include "llvm/ADT/BitVector.h"

#include <map>

namespace fearless::analysis {

/// Does the call say that it is there and then wait for the others?
bool isBarrier(const CallSite &Site);

/// Not thread-safe.
class BarrierPhases {
public:
  /// Linear in the calls.
  BarrierPhases(const link::Program &Program, const CallGraph &Graph);

  enum Relation : uint8_t {
    Unrelated, ///< No function that waits at barriers does both.
    Same,      ///< Both may come after one and the same wait.
    Different,
  };
  /// Looks at every function that is asked about once: blocks × waits.
  Relation compare(Site X, Site Y);
  /// The calls that wait at a barrier. Sorted.
  llvm::ArrayRef<Site> barriers() const { return Barriers; }

private:
  /// The flow of a function that waits.
  struct Phases {
    std::vector<uint32_t> Waits; ///< Facts, sorted. Empty: it does not wait.
    /// Of each block: the waits that may be the last before it, the entry being
    /// number 0. Those that exclude each other have the number of the first.
    std::vector<llvm::BitVector> Before;
    std::vector<unsigned> Number; ///< Of each wait.
  };
  const Phases &phases(BodyId B);
  void solve(const facts::FunctionBody &Facts, Phases &P) const;
  bool waitsAt(const CallSite &Site, unsigned Depth);
  bool alwaysWaits(BodyId B, unsigned Depth);
  llvm::BitVector lastBefore(BodyId B, uint32_t Fact);

  const link::Program &Program;
  const CallGraph &Graph;
  std::vector<Site> Barriers;
  std::map<BodyId, Phases> Known;
  std::map<BodyId, bool> Always;
};

} // namespace fearless::analysis

#endif
