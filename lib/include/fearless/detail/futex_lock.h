//===-- futex_lock.h - A lock of one word ---------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The word is
//
//   free       nobody has the lock
//   locked     someone has it, nobody sleeps for it
//   contended  someone has it, others may sleep for it
//
// as in "Futexes Are Tricky" (Drepper). Who has slept takes the lock as
// contended, since others may sleep still: at worst one wake too many. There is
// no queue: who comes when the lock is free takes it, sleepers or not.
//
// Memory ordering: what is done under the lock happens before what the next
// holder does. So the unlock is a release, and each of the operations that take
// the lock an acquire; what only looks is relaxed. test/runtime/schedule finds
// the data race for each of these that is weakened.
//
// Unlock wakes after the word is free: another thread may have taken, freed and
// destroyed the lock by then. A wake does not read the word (seam.h).
//
// Not for signal handlers. A child of fork() has the lock as it was, and the
// holder may not exist there.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_DETAIL_FUTEX_LOCK_H
#define FEARLESS_DETAIL_FUTEX_LOCK_H

#include "fearless/detail/seam.h"
#include "fearless/detail/sleep.h"

#include <cstdint>

namespace fearless::detail {

class futex_lock {
public:
  futex_lock() = default;
  futex_lock(const futex_lock &) = delete;
  futex_lock &operator=(const futex_lock &) = delete;

  void lock() noexcept {
    if (!try_lock()) [[unlikely]]
      lock_contended();
  }

  bool try_lock() noexcept {
    std::uint32_t expected = free;
    return word_.compare_exchange_strong(
        expected, locked, std::memory_order_acquire, std::memory_order_relaxed);
  }

  bool try_lock_until(clock::time_point deadline) noexcept {
    return try_lock() || sleep_until_free(&deadline);
  }

  void unlock() noexcept {
    if (word_.exchange(free, std::memory_order_release) == contended)
        [[unlikely]]
      wake_one(word_);
  }

private:
  static constexpr std::uint32_t free = 0, locked = 1, contended = 2;

  void lock_contended() noexcept {
    for (int round = 0; round < spin_rounds; ++round) {
      if (word_.load(std::memory_order_relaxed) == free && try_lock())
        return;
      pause();
    }
    sleep_until_free(nullptr);
  }

  /// Who gives up leaves the word contended: one wake too many.
  bool sleep_until_free(const clock::time_point *deadline) noexcept {
    while (word_.exchange(contended, std::memory_order_acquire) != free)
      if (!sleep(word_, contended, deadline))
        return false;
    return true;
  }

  word word_{free};
};

} // namespace fearless::detail

#endif
