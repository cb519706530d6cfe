//===-- expect.h - What tests expect of an exploration --------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each program is right in all schedules within the bounds; and then once for
// each ordering that the code asks for, with this one weakened, a fault must be
// found.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_TEST_SCHEDULE_EXPECT_H
#define FEARLESS_TEST_SCHEDULE_EXPECT_H

#include "schedule/explorer.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace schedule {

inline std::string to_string(const place &where) {
  auto &[file, line, column, part] = where;
  return file + ":" + std::to_string(line) + ":" + std::to_string(column) +
         " (" + part + ")";
}

template <class Shared>
std::set<place> right(bounds limits, const program<Shared> &what) {
  result found = explore(limits, what);
  EXPECT_EQ(found.fault, "");
  std::printf("%zu schedules\n", found.runs);
  return found.orderings;
}

/// Each ordering of `all` must be needed by one of the programs.
template <class Shared>
void each_is_needed(bounds limits, const std::vector<program<Shared>> &all) {
  std::set<place> orderings;
  for (const auto &one : all)
    orderings.merge(right(limits, one));
  EXPECT_FALSE(orderings.empty());
  for (const place &where : orderings) {
    limits.weaken = where;
    bool found = false;
    for (const auto &one : all)
      found = found || !explore(limits, one).fault.empty();
    EXPECT_TRUE(found) << to_string(where) << " may be weaker";
  }
}

template <class Shared>
std::function<void(Shared &)> times(int count, void (*once)(Shared &)) {
  return [=](Shared &shared) {
    for (int i = 0; i < count; ++i)
      once(shared);
  };
}

} // namespace schedule

#endif
