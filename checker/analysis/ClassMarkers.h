//===-- ClassMarkers.h - What a class says of itself and threads ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The markers of lib/include/fearless/annotations.h, as they stand in the facts
// of a class: FEARLESS_SEND promises and is checked, FEARLESS_UNSAFE_SEND is
// believed, FEARLESS_NOT_SEND forbids; and so for Sync. FEARLESS_THREAD_BOUND
// ties objects to the thread that made them, as models do for the classes of
// libraries.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_CLASSMARKERS_H
#define FEARLESS_ANALYSIS_CLASSMARKERS_H

#include "analysis/Sendability.h"

namespace fearless::analysis {

struct ClassMarker {
  enum Kind : uint8_t { None, Promise, Unsafe, Never };
  Kind What = None;
  std::string Reason; ///< Unsafe: in the user's words.
  bool Torn = false;  ///< Another marker says the contrary.
};

/// A class without a marker of its own has none, whatever its bases say. Of
/// several, the one that forbids counts, then the one that is believed.
ClassMarker markerOf(const link::Program &Program, link::RecordSym R,
                     ThreadTrait C);

/// How objects are tied to the thread that made them, if they are.
enum class ThreadBond : uint8_t { None, Model, Marker };

/// A class is as the nearest of it and its bases that says so.
ThreadBond threadBond(const link::Program &Program, link::RecordSym R);

} // namespace fearless::analysis

#endif
