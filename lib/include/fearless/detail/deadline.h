//===-- deadline.h - Times and moments as deadlines -----------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_DETAIL_DEADLINE_H
#define FEARLESS_DETAIL_DEADLINE_H

#include <chrono>
#include <type_traits>

namespace fearless::detail {

/// The clock of all deadlines.
using clock = std::chrono::steady_clock;

/// The deadline of a wait for some time; the clock's last moment if that is too
/// far away.
template <class Rep, class Period>
clock::time_point after(std::chrono::duration<Rep, Period> time) {
  // Compared as seconds in floating point: hours::max() overflows as
  // nanoseconds. An hour short of the last moment is far enough away, too.
  using seconds = std::chrono::duration<double>;
  auto now = clock::now();
  auto most = clock::time_point::max() - now - std::chrono::hours(1);
  if (seconds(time) >= seconds(most))
    return clock::time_point::max();
  if (time <= std::chrono::duration<Rep, Period>::zero())
    return now;
  return now + std::chrono::ceil<clock::duration>(time);
}

/// … of a wait until a moment of any clock. A clock that is set while the wait
/// lasts does not move it.
template <class Clock, class Duration>
clock::time_point at(std::chrono::time_point<Clock, Duration> moment) {
  if constexpr (std::is_same_v<Clock, clock>)
    return std::chrono::ceil<clock::duration>(moment);
  else
    return after(moment - Clock::now());
}

} // namespace fearless::detail

#endif
