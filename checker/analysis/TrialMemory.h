//===-- TrialMemory.h - What memory holds while a trial runs --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A trial run (TrialRun.h) knows memory by places: a variable of one call, an
// object that was made, and what is in them or what they point to. Different
// places may still be one where an unknown pointer leads; equal ones are one.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_TRIALMEMORY_H
#define FEARLESS_ANALYSIS_TRIALMEMORY_H

#include "facts/Ids.h"

#include "llvm/ADT/DenseMap.h"

#include <cstdint>
#include <map>
#include <vector>

namespace fearless::analysis {

using PlaceId = facts::Id<struct TrialPlaceTag>;

struct TrialPlace {
  enum Kind : uint8_t {
    Global,      ///< The variable Number; thread-local: Owner's, plus 1.
    Storage,     ///< Of the call Owner: what Number says.
    Made,        ///< The object that was made as the Number-th.
    Field,       ///< The field Number of Parent.
    Element,     ///< The element Number of Parent.
    SomeElement, ///< Nobody knows which.
    Target,      ///< What the unknown pointer in Parent points to.
  };
  Kind What = Global;
  uint32_t Owner = 0;
  int64_t Number = 0;
  PlaceId Parent;
  friend auto operator<=>(const TrialPlace &, const TrialPlace &) = default;
};

/// A number, a pointer, or neither as far as is known; what a pointer of which
/// nothing is known points to, has a name all the same.
struct TrialValue {
  bool Known = false; ///< The number is.
  int64_t Number = 0;
  PlaceId To;
  static TrialValue number(int64_t N) { return {true, N, {}}; }
  static TrialValue pointer(PlaceId To) { return {false, 0, To}; }
};

class TrialPlaces {
public:
  PlaceId place(TrialPlace P);
  PlaceId step(TrialPlace::Kind What, PlaceId Parent, int64_t Number = 0) {
    return place({What, 0, Number, Parent});
  }
  const TrialPlace &operator[](PlaceId P) const { return Nodes[P.Index]; }
  PlaceId rootOf(PlaceId P) const {
    while (Nodes[P.Index].Parent)
      P = Nodes[P.Index].Parent;
    return P;
  }
  /// \p P with \p From, one of the places that it is in, replaced by \p To;
  /// none if it is not in it.
  PlaceId rebase(PlaceId P, PlaceId From, PlaceId To);
  bool has(PlaceId P, TrialPlace::Kind What) const;
  /// The indices in \p P since the last pointer that is not known.
  std::vector<int64_t> indices(PlaceId P) const;
  size_t size() const { return Nodes.size(); }

private:
  std::map<TrialPlace, PlaceId> Ids;
  std::vector<TrialPlace> Nodes;
};

/// What one thread finds in memory. Copied where a thread starts.
class TrialContents {
public:
  const TrialValue *find(PlaceId P) const {
    auto It = Values.find(P.Index);
    return It == Values.end() ? nullptr : &It->second;
  }
  void set(PlaceId P, TrialValue V) { Values[P.Index] = V; }
  /// \p P, and what is in it, may hold anything now. Linear in what is known.
  void forget(const TrialPlaces &Places, PlaceId P);
  /// The object at \p To is a copy of that at \p From. Linear in what is known.
  void copy(TrialPlaces &Places, PlaceId From, PlaceId To);
  size_t size() const { return Values.size(); }

private:
  llvm::DenseMap<uint32_t, TrialValue> Values;
};

} // namespace fearless::analysis

#endif
