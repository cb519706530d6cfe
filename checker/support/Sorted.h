//===-- Sorted.h - Lists that are kept sorted ------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Small sets as sorted lists: equal sets are equal lists, whatever the order in
// which their elements came.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_SUPPORT_SORTED_H
#define FEARLESS_SUPPORT_SORTED_H

#include <algorithm>

namespace fearless::support {

/// Adds \p E to the sorted list \p Into unless it is there. Whether it was new.
template <class ListT, class T> bool insertSorted(ListT &Into, const T &E) {
  auto It = std::lower_bound(Into.begin(), Into.end(), E);
  if (It != Into.end() && *It == E)
    return false;
  Into.insert(It, E);
  return true;
}

template <class ListA, class ListB>
bool anyCommon(const ListA &A, const ListB &B) {
  auto X = A.begin();
  auto Y = B.begin();
  while (X != A.end() && Y != B.end())
    if (*X < *Y)
      ++X;
    else if (*Y < *X)
      ++Y;
    else
      return true;
  return false;
}

} // namespace fearless::support

#endif
