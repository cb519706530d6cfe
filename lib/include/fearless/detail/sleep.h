//===-- sleep.h - A wait that may have a deadline -------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_DETAIL_SLEEP_H
#define FEARLESS_DETAIL_SLEEP_H

#include "fearless/detail/seam.h"

#include <cstdint>

namespace fearless::detail {

/// Sleeps while the word holds the expected value, and may return early. False
/// if the deadline, if there is one, has come.
inline bool sleep(const word &at, std::uint32_t expected,
                  const clock::time_point *deadline) {
  if (deadline)
    return wait_until(at, expected, *deadline);
  wait(at, expected);
  return true;
}

} // namespace fearless::detail

#endif
