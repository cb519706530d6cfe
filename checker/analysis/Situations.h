//===-- Situations.h - What holds on the ways of a root -------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every root gets to many functions, and nearly all of them in one of a few
// situations. Each is kept once, so that what a root knows of a function is one
// number, and the join of two situations is computed once.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_SITUATIONS_H
#define FEARLESS_ANALYSIS_SITUATIONS_H

#include "analysis/LockKeys.h"
#include "analysis/Summary.h"
#include "support/SetTable.h"

#include <map>

namespace fearless::analysis {

using LockSets = support::SetTable<LockKey>;
using SiteSets = support::SetTable<Site>;
/// Of hand-overs, by number.
using HandSets = support::SetTable<uint32_t>;

/// What holds where a root gets to.
struct Situation {
  LockSets::Id Held = LockSets::None;      ///< On every way there.
  LockSets::Id Uncertain = LockSets::None; ///< One of each may be held.
  LockSets::Id Shared = LockSets::None;    ///< Of Held, on some way.
  /// Statics of functions and once flags, on every way there.
  LockSets::Id Initialised = LockSets::None;
  SiteSets::Id Running = SiteSets::None;   ///< Spawns, on some way there.
  HandSets::Id Observed = HandSets::None;  ///< On every way there.
  HandSets::Id Published = HandSets::None; ///< On some way, in this round.
  friend auto operator<=>(const Situation &, const Situation &) = default;
};

class Situations {
public:
  using Id = uint32_t;

  LockSets Locks;
  SiteSets Spawns;
  HandSets Hands;

  Id intern(const Situation &S);
  const Situation &operator[](Id I) const { return All[I]; }
  /// Of two ways to one place.
  Id join(Id A, Id B);

private:
  std::vector<Situation> All;
  std::map<Situation, Id> Index;
  llvm::DenseMap<std::pair<Id, Id>, Id> Joins;
};

} // namespace fearless::analysis

#endif
