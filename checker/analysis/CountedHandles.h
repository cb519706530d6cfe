//===-- CountedHandles.h - Who changes a plain count, and when ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A handle whose count is not atomic may cross a thread as long as nobody else
// has one of its pointee, or as long as those who have one leave it alone until
// the thread has ended. This tells whether that is so: is there another handle,
// and is one copied, assigned or dropped at a time when the thread may do so,
// too?
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_COUNTEDHANDLES_H
#define FEARLESS_ANALYSIS_COUNTEDHANDLES_H

#include "analysis/Encounters.h"
#include "analysis/ThreadBoundaries.h"

namespace fearless::analysis {

class Analysis;

struct HandleChange {
  enum Kind : uint8_t { Copy, Drop, Assign };
  Kind What = Copy;
  Site At;
  facts::PathId Of; ///< The handle. Of a copy, the one that is copied.
};

/// Not thread-safe.
class CountedHandles {
public:
  explicit CountedHandles(const Analysis &A) : A(A), Meetings(A) {}

  /// A change of the count of what \p C hands over, by another thread than the
  /// one that gets it, which may be at it at the same time. None: it is alone.
  std::optional<HandleChange> rival(const Crossed &C);

private:
  void collect();
  link::RecordSym handleOf(link::RecordSym R) const;
  bool mayBeShared(BodyId B, facts::PathId Handle, unsigned Depth);
  bool mayBeSharedByCallers(BodyId B, unsigned Parameter, unsigned Depth);
  bool related(const Crossed &C, const HandleChange &Change) const;
  bool mayBeOfSame(const Crossed &C, const HandleChange &Change);
  bool refersToSame(const Crossed &C, const HandleChange &Change);
  bool sameEachTime(const Crossed &C) const;
  bool meanwhile(const HandleChange &Change, const Crossed &C);
  std::optional<HandleChange> changeByThread(const Crossed &C);
  std::vector<Point> points(Site S);

  const Analysis &A;
  Encounters Meetings;
  bool Collected = false;
  std::map<link::RecordSym, std::vector<HandleChange>> Changes; ///< By handle.
};

} // namespace fearless::analysis

#endif
