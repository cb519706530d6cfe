//===-- Markers.h - What markers of functions say -------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The markers of lib/include/fearless/annotations.h that speak of what a
// function does with its parameters and its object: as model rows do for a
// library that has none. Those of classes are for the analyses
// (analysis/ClassMarkers.h).
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_LINK_MARKERS_H
#define FEARLESS_LINK_MARKERS_H

#include "link/Program.h"

namespace fearless::link {

/// A marker as it stands in the facts.
struct Marker {
  std::string Word; ///< "send", "crosses_thread": without "fearless::".
  std::optional<unsigned> Parameter; ///< Of a function; none: the function's.
  std::string Lock = {};             ///< "runs_under": as the user names it.
};

/// The markers among \p All, of something in unit \p U.
std::vector<Marker> markersOf(const Program &P, UnitId U,
                              llvm::ArrayRef<facts::Annotation> All);

/// May the marker stand at a class, at a function, or at a parameter?
enum class MarkerPlace : uint8_t { Class, Function, Parameter };
bool belongs(llvm::StringRef Word, MarkerPlace Where);
/// Is there such a marker at all?
bool isMarker(llvm::StringRef Word);

/// What the markers of \p F, of unit \p U, say that a call does. None if there
/// are none that say so.
std::optional<models::FunctionModel>
modelFromMarkers(const Program &P, UnitId U, const facts::Function &F);

} // namespace fearless::link

#endif
