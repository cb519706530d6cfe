//===-- Encounters.h - Whether two accesses may happen at once ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For rules that know of places where one thing is used, whatever the thing is:
// state that a library hides, a variable, a field. Each place is looked at as
// each root gets there, and each two of these points are judged: may they meet,
// or what keeps them apart.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_ENCOUNTERS_H
#define FEARLESS_ANALYSIS_ENCOUNTERS_H

#include "analysis/ForkedChildren.h"
#include "analysis/Separations.h"

#include "llvm/ADT/STLFunctionalExtras.h"

#include <memory>

namespace fearless::analysis {

class Analysis;

struct Touch {
  Site At;
  bool Write = false;
  friend auto operator<=>(const Touch &, const Touch &) = default;
};

/// One touch as one root gets to it.
struct Encountered {
  size_t Touch = 0; ///< The number of it.
  Point At;
};

struct Encounter {
  Encountered First; ///< A write; of two, the one that holds fewer locks.
  Encountered Second;
  bool Doubtful = false; ///< Some way there passes a call of many choices.
};

/// Not thread-safe. Cost: see Separations.
class Encounters {
public:
  explicit Encounters(const Analysis &A) : A(A) {}

  /// As each root gets to \p S, but for the outside of a library. Empty: nobody
  /// gets there in the program's normal life, or only a forked child.
  std::vector<Point> points(Site S);
  /// All of \p Touches.
  std::vector<Encountered> points(llvm::ArrayRef<Touch> Touches);
  Apart judge(const Touch &X, const Point &P, const Touch &Y, const Point &Q);
  /// Of the touches that may meet, one of which writes, the two that tell most.
  /// \p MayBeOne: can the two be of one thing? Asked of each two.
  using Question =
      llvm::function_ref<bool(const Encountered &, const Encountered &)>;
  std::optional<Encounter> worst(
      llvm::ArrayRef<Touch> Touches,
      Question MayBeOne = [](const auto &, const auto &) { return true; });

private:
  const Analysis &A;
  std::unique_ptr<ForkedChildren> Children;
};

/// Where the ways of \p Root to two places part, and both are in one function:
/// the sites there. None: they part elsewhere, or are one.
std::optional<std::pair<Site, Site>>
parting(const ThreadRoots &Roots, Site First, Site Second, RootId Root);
/// Does \p First come before \p Second, of one function, in a round of whatever
/// loops are around both?
bool comesFirst(const link::Program &Program, Site First, Site Second);

/// The locks that both hold, at least one of the two exclusively.
std::vector<LockKey> commonLocks(const Point &P, const Point &Q);

} // namespace fearless::analysis

#endif
