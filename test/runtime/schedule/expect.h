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
// How far that goes, for three threads and some seconds. "Whole": no bound at
// all. "Last": whole, but that loads see the last stores. Else within so many
// preemptions and so many loads of old stores in a run; a star for no bound.
//
//                          once each   twice   three times
//   Lock                   whole       whole   whole; in time * and 1
//   RwLock                 whole               4 and 0; in time 3 and 0
//   Condvar                whole               whole (by hand); last; 3 and 1
//   Arc                    whole               whole; with Weak 4 and 0
//   channel                whole               whole (twice, then to leave)
//   channel of one place   1 old load          2 and 0
//   end of a block         last                2 and 0
//   Event, LazyLock        whole
//   with_all               3 and 1             2 and 0
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_TEST_SCHEDULE_EXPECT_H
#define FEARLESS_TEST_SCHEDULE_EXPECT_H

#include "schedule/program.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace schedule {

inline std::string to_string(const place &where) {
  return std::string(where.file) + ":" + std::to_string(where.line) + ":" +
         std::to_string(where.column) + " (" + where.part + ")";
}

template <class Shared>
std::set<place> right(bounds limits, const program<Shared> &what) {
  result found = explore(limits, what);
  EXPECT_EQ(found.fault, "");
  std::printf("%zu runs, %zu states\n", found.runs, found.states);
  return found.orderings;
}

inline std::string source_line(const place &where) {
  std::ifstream file{std::string(where.file)};
  std::string line;
  for (unsigned i = 0; i < where.line; ++i)
    std::getline(file, line);
  return line;
}

/// An ordering by its part and by text of its source line.
struct argument {
  char part;
  std::string text;

  bool is_for(const place &where) const {
    return where.part == part &&
           source_line(where).find(text) != std::string::npos;
  }
};

/// Each ordering of `all` must be needed by one of the programs; but for those
/// whose need the explorer cannot show, and which are argued for where they
/// stand.
template <class Shared>
void each_is_needed(bounds limits, const std::vector<program<Shared>> &all,
                    const std::vector<argument> &argued = {}) {
  std::set<place> orderings;
  for (const auto &one : all)
    orderings.merge(right(limits, one));
  EXPECT_FALSE(orderings.empty());
  for (const place &where : orderings) {
    limits.weaken = where;
    bool found = false;
    for (const auto &one : all)
      found = found || !explore(limits, one).fault.empty();
    const bool is_argued = std::ranges::any_of(
        argued, [&](const argument &one) { return one.is_for(where); });
    EXPECT_NE(found, is_argued)
        << to_string(where) << (found ? " is needed" : " may be weaker");
  }
}

/// One operation after the other. What they keep for each other is atomic or
/// plain.
template <class Shared>
std::function<void(Shared &)> one_by_one(std::vector<void (*)(Shared &)> all) {
  return [=](Shared &shared) {
    for (const auto once : all) {
      once(shared);
      explorer::current()->operation_done();
    }
  };
}
template <class Shared>
std::function<void(Shared &)> times(int count, void (*once)(Shared &)) {
  return one_by_one(std::vector(count, once));
}

} // namespace schedule

#endif
