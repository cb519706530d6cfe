//===-- places.h - The free places of a bounded channel -------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A count that threads take from, and wait for while it is zero.
//
// Taking acquires and giving back releases, so that a value is taken out of a
// place before the next one comes. A thread that is about to wait counts itself
// and then looks at the places again; one that gives a place back counts it and
// then looks for waiting threads. All four are sequentially consistent: one of
// the two sees the other, and no wake-up is lost.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_DETAIL_PLACES_H
#define FEARLESS_DETAIL_PLACES_H

#include "fearless/detail/seam.h"

#include <cstdint>

namespace fearless::detail {

class places {
public:
  static constexpr std::uint32_t most = 0x7fff'ffff;

  explicit places(std::uint32_t count) noexcept : count_(count) {}

  enum class taken { none, one, closed };

  taken try_take() noexcept {
    auto count = count_.load(std::memory_order_relaxed);
    do {
      if (count & closed)
        return taken::closed;
      if (count == 0)
        return taken::none;
    } while (!count_.compare_exchange_weak(count, count - 1,
                                           std::memory_order_acquire,
                                           std::memory_order_relaxed));
    return taken::one;
  }

  /// Waits for a place. False if they have been closed.
  bool take() noexcept {
    for (;;) {
      if (const auto what = try_take(); what != taken::none)
        return what == taken::one;
      waiting_.fetch_add(1, std::memory_order_seq_cst);
      if (count_.load(std::memory_order_seq_cst) == 0)
        wait(count_, 0);
      waiting_.fetch_sub(1, std::memory_order_relaxed);
    }
  }

  void give_back() noexcept {
    count_.fetch_add(1, std::memory_order_seq_cst);
    if (waiting_.load(std::memory_order_seq_cst) != 0)
      wake_one(count_);
  }

  /// From now on nobody gets a place; who waits for one, is told. Relaxed: who
  /// sees it does nothing more with what the places are of.
  void close() noexcept {
    count_.fetch_or(closed, std::memory_order_relaxed);
    wake_all(count_);
  }

private:
  static constexpr std::uint32_t closed = 0x8000'0000;

  atomic<std::uint32_t> count_;
  atomic<std::uint32_t> waiting_{0};
};

} // namespace fearless::detail

#endif
