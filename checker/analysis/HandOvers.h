//===-- HandOvers.h - How one thread tells another that it is done --------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A hand-over orders what came before it in one thread before what comes after
// it in another: a flag stored with release and found set by an acquire load,
// a variable or container that is written under a lock and tested or drained by
// another thread, a notified event (semaphore, latch, barrier, promise) that is
// waited for. The lock flow says at each access what its path has *observed*
// (on every way there) and *published* (on some way there, since the last round
// of waiting); here these become keys that mean the same in all functions.
//
// Access A is ordered before access B if B has observed something that A's
// thread publishes, and not before A. Zero and other values are told apart, no
// more: "the flag is set" from "the flag is clear".
//
// Limits, all towards silence: that the publication follows A on every path is
// not asked, nor whether the thread that published is A's in a set of equal
// threads; a semaphore that starts with several permits counts as one that
// starts with none; a fence makes all orders in its function right; objects are
// told apart as locks are (LockKeys.h), events that cannot be named are one.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_HANDOVERS_H
#define FEARLESS_ANALYSIS_HANDOVERS_H

#include "analysis/FunctionResult.h"
#include "analysis/LockKeys.h"
#include "analysis/LockKinds.h"

#include <map>
#include <set>

namespace fearless::analysis {

struct HandKey {
  LockKey Key;        ///< None: an event that has no name.
  bool Event = false; ///< Semaphore, latch, promise, future …
  bool Zero = false;
  friend auto operator<=>(const HandKey &, const HandKey &) = default;
};

/// A set of hand-overs, by number. Sorted.
using HandSet = std::vector<uint32_t>;

class HandOvers {
public:
  HandOvers(const link::Program &Program, PathTable &Paths,
            const LockKeys &Keys, const LockKinds &Kinds,
            const std::vector<FunctionResult> &Results);

  /// Those of \p List that both are published and observed by somebody.
  HandSet keys(llvm::ArrayRef<HandOver> List, BodyId In) const;
  struct Publication {
    uint32_t What;
    HandSet Observed; ///< By then, in this function.
  };
  llvm::ArrayRef<Publication> publications(BodyId B) const;
  /// How many numbers there are.
  size_t size() const { return Numbered.size(); }
  /// Which publications the observation of \p Number may have seen.
  const HandSet &seenBy(uint32_t Number) const { return Meeting[Number]; }
  /// Is it a semaphore that starts with its permit? Who has got that may be the
  /// first: nobody has published anything.
  bool isPermit(uint32_t Number) const {
    return Permits.contains(Numbered[Number].Key);
  }
  /// Starts what a path has published anew, as far as \p Seen answers it.
  void answer(HandSet &Published, const HandSet &Seen) const;
  /// One key for a future and its promise.
  LockKey leader(LockKey K) const;

private:
  bool isEvent(Path P, BodyId In) const;
  std::optional<HandKey> key(const HandOver &H, BodyId In) const;
  void keepMeeting();
  uint32_t number(const HandOver &H, BodyId In, const LockKinds &Kinds);

  const link::Program &Program;
  PathTable &Paths;
  const LockKeys &Keys;
  std::set<LockKey> Permits;
  std::map<LockKey, LockKey> Same; ///< A future and its promise.
  std::map<BodyId, std::vector<Publication>> Publications;
  std::vector<HandKey> Numbered;
  std::map<HandKey, uint32_t> Numbers;
  llvm::DenseMap<uint64_t, uint32_t> Known; ///< By question; ~0: of no use.
  std::vector<HandSet> Meeting;             ///< By observation.
};

} // namespace fearless::analysis

#endif
