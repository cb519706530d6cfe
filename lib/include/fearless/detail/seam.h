//===-- seam.h - The one way to atomics and waits -------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every atomic and every wait of the runtime goes through these names, so that
// a test can take their place: with FEARLESS_SCHEDULE, the name of a header in
// quotes, that header defines them, and explores the schedules of a program.
//
//   atomic<T>                 as std::atomic<T>
//   wait(word, expected)      sleeps while the word holds the expected value;
//                             may return early, the caller looks again
//   wait_until(…, deadline)   … false if the deadline has come
//   wake_one(word)            wakes one sleeper, or all
//   wake_all(word)
//   yield(), pause()          lets another thread run; a moment of a spin loop
//   spin_rounds               how often a lock looks before it sleeps
//
// A wait and a wake order nothing: who has woken reads the word, or another
// atomic, with the ordering that it needs. Fences are not among the names:
// ThreadSanitizer does not see them.
//
// On Linux a wait is a futex, private to the process. A wake may come when the
// word's object is already gone: the address serves as a key alone, and is not
// read.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_DETAIL_SEAM_H
#define FEARLESS_DETAIL_SEAM_H

#include "fearless/detail/deadline.h"

#if defined(FEARLESS_SCHEDULE)
#include FEARLESS_SCHEDULE
#else

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <thread>

#if defined(__linux__)
#include <cerrno>
#include <climits>
#include <ctime>
#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace fearless::detail {

template <class T> using atomic = std::atomic<T>;
using word = atomic<std::uint32_t>;
static_assert(word::is_always_lock_free);

/// A lock that is held for some tens of instructions is free within these.
inline constexpr int spin_rounds = 100;

inline void yield() { std::this_thread::yield(); }

inline void pause() {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ __volatile__("yield");
#endif
}

#if defined(__linux__)

inline long futex(const word &at, int operation, std::uint32_t value,
                  const std::timespec *deadline = nullptr) {
  return syscall(SYS_futex, &at, operation | FUTEX_PRIVATE_FLAG, value,
                 deadline, nullptr, FUTEX_BITSET_MATCH_ANY);
}

inline void wait(const word &at, std::uint32_t expected) {
  futex(at, FUTEX_WAIT_BITSET, expected);
}

inline bool wait_until(const word &at, std::uint32_t expected,
                       clock::time_point deadline) {
  // steady_clock is CLOCK_MONOTONIC, which FUTEX_WAIT_BITSET goes by.
  auto since_boot = deadline.time_since_epoch();
  if (since_boot < clock::duration::zero())
    return false;
  auto seconds = std::chrono::floor<std::chrono::seconds>(since_boot);
  std::chrono::nanoseconds rest = since_boot - seconds;
  std::timespec until{static_cast<std::time_t>(seconds.count()),
                      static_cast<long>(rest.count())};
  return futex(at, FUTEX_WAIT_BITSET, expected, &until) == 0 ||
         errno != ETIMEDOUT;
}

inline void wake_one(word &at) { futex(at, FUTEX_WAKE_BITSET, 1); }
inline void wake_all(word &at) { futex(at, FUTEX_WAKE_BITSET, INT_MAX); }

#else

inline void wait(const word &at, std::uint32_t expected) {
  at.wait(expected, std::memory_order_relaxed);
}

/// The standard library has no timed wait on an atomic: looks now and then.
inline bool wait_until(const word &at, std::uint32_t expected,
                       clock::time_point deadline) {
  auto nap = std::chrono::microseconds(10);
  while (at.load(std::memory_order_relaxed) == expected) {
    auto now = clock::now();
    if (now >= deadline)
      return false;
    std::this_thread::sleep_until(
        std::min<clock::time_point>(now + nap, deadline));
    nap = std::min(nap * 2, std::chrono::microseconds(1000));
  }
  return true;
}

inline void wake_one(word &at) { at.notify_one(); }
inline void wake_all(word &at) { at.notify_all(); }

#endif

} // namespace fearless::detail

#endif
#endif
