//===-- bounds.h - How far an exploration goes, and what it finds -------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_TEST_SCHEDULE_BOUNDS_H
#define FEARLESS_TEST_SCHEDULE_BOUNDS_H

#include <compare>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>

namespace schedule {

/// Where an operation with an ordering stands, and which of its orderings:
/// 'r' for its read part, 'w' for its write part, 'f' for its failure, 's' for
/// what sequential consistency adds to them.
struct place {
  unsigned line = 0, column = 0;
  char part = 0;
  std::string_view file = {};

  auto operator<=>(const place &) const = default;
};

inline constexpr int any_number = -1;

struct bounds {
  int preemptions = any_number;
  int old_loads = any_number;
  place weaken = {};
  /// Whether a run ends in a state that has been seen before.
  bool merge = true;
  /// Whether a deadlock ends the exploration. Other faults do: what follows
  /// them means nothing.
  bool stop_at_deadlock = true;
};

struct result {
  std::size_t runs = 0, states = 0;
  /// The first fault; empty if there is none.
  std::string fault;
  /// All that were found.
  std::set<std::string> faults;
  /// Where an ordering was asked for that could be weaker.
  std::set<place> orderings;
};

} // namespace schedule

#endif
