//===-- SetTable.h - Sets that are met often, each kept once --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Analyses that follow many ways through a program meet few different sets.
// Here a set is a number: equal sets have equal numbers, and a union or an
// intersection is computed once for each pair that is asked for.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_SUPPORT_SETTABLE_H
#define FEARLESS_SUPPORT_SETTABLE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/Hashing.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <unordered_map>
#include <vector>

namespace fearless::support {

/// \p T is ordered, equality comparable and has a hash_value. Not safe to use
/// from several threads. A set lives as long as its table.
template <class T> class SetTable {
public:
  using Id = uint32_t;
  static constexpr Id None = 0; ///< The empty set.

  Id intern(std::vector<T> Sorted) {
    if (Sorted.empty())
      return None;
    size_t Hash = llvm::hash_combine_range(Sorted.begin(), Sorted.end());
    auto [It, End] = Index.equal_range(Hash);
    for (; It != End; ++It)
      if (Sets[It->second] == Sorted)
        return It->second;
    Id New = static_cast<Id>(Sets.size());
    Index.emplace(Hash, New);
    Sorted.shrink_to_fit();
    Sets.push_back(std::move(Sorted));
    return New;
  }

  llvm::ArrayRef<T> operator[](Id I) const { return Sets[I]; }

  Id unite(Id A, Id B) {
    if (A == B || B == None)
      return A;
    if (A == None)
      return B;
    auto [It, New] = Unions.try_emplace(std::minmax(A, B), None);
    if (New) {
      std::vector<T> Both;
      std::set_union(Sets[A].begin(), Sets[A].end(), Sets[B].begin(),
                     Sets[B].end(), std::back_inserter(Both));
      It->second = intern(std::move(Both));
    }
    return It->second;
  }

  Id intersect(Id A, Id B) {
    if (A == B || A == None || B == None)
      return A == B ? A : None;
    auto [It, New] = Intersections.try_emplace(std::minmax(A, B), None);
    if (New) {
      std::vector<T> Common;
      std::set_intersection(Sets[A].begin(), Sets[A].end(), Sets[B].begin(),
                            Sets[B].end(), std::back_inserter(Common));
      It->second = intern(std::move(Common));
    }
    return It->second;
  }

private:
  std::vector<std::vector<T>> Sets{{}};
  std::unordered_multimap<size_t, Id> Index; ///< By hash. Not None.
  llvm::DenseMap<std::pair<Id, Id>, Id> Unions, Intersections;
};

} // namespace fearless::support

#endif
