//===-- futex_rwlock.h - A lock of many readers or one writer -------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One word holds all that decides:
//
//   bits 0-19   readers that hold it
//   bits 20-29  writers that sleep, or are about to
//   bit 30      readers sleep, or are about to
//   bit 31      a writer holds it
//
// Writers go first: as long as one waits, no new reader gets in; so a stream of
// readers cannot starve a writer, but a stream of writers starves readers. The
// last holder wakes one writer if any waits, else all readers.
//
// Readers sleep on the word itself, writers on a second word, their turn, which
// counts their wakes: the word changes under them with every reader that goes.
//
// Memory ordering: every way out is a release of the word, every way in an
// acquire of it. Ways out are read-modify-writes, so that a writer that sees
// the last of several readers gone sees what all of them did. A writer about to
// sleep reads its turn before it looks at the word once more: if the holder
// left after that look, the turn has been counted up since, and the sleep is
// none. For that the turn is counted up as a release and read as an acquire:
// who reads a counted turn then sees the word as its holder left it.
//
// 2^20 readers or 2^10 writers at once are too many, and abort.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_DETAIL_FUTEX_RWLOCK_H
#define FEARLESS_DETAIL_FUTEX_RWLOCK_H

#include "fearless/detail/seam.h"
#include "fearless/detail/sleep.h"

#include <cstdint>
#include <cstdlib>

namespace fearless::detail {

class futex_rwlock {
public:
  futex_rwlock() = default;
  futex_rwlock(const futex_rwlock &) = delete;
  futex_rwlock &operator=(const futex_rwlock &) = delete;

  bool try_lock() noexcept {
    std::uint32_t seen = word_.load(std::memory_order_relaxed);
    return !is_held(seen) && enter(seen, seen + writer);
  }
  void lock() noexcept { lock_until(nullptr); }
  bool try_lock_until(clock::time_point deadline) noexcept {
    return lock_until(&deadline);
  }
  void unlock() noexcept {
    wake_next(word_.fetch_sub(writer, std::memory_order_release) - writer);
  }

  bool try_lock_shared() noexcept {
    std::uint32_t seen = word_.load(std::memory_order_relaxed);
    while (is_open_to_readers(seen))
      if (enter(seen, with_reader(seen)))
        return true;
    return false;
  }
  void lock_shared() noexcept { lock_shared_until(nullptr); }
  bool try_lock_shared_until(clock::time_point deadline) noexcept {
    return lock_shared_until(&deadline);
  }
  void unlock_shared() noexcept {
    std::uint32_t now =
        word_.fetch_sub(reader, std::memory_order_release) - reader;
    if (!is_held(now))
      wake_next(now);
  }

private:
  static constexpr std::uint32_t reader = 1;
  static constexpr std::uint32_t readers = (1u << 20) - 1;
  static constexpr std::uint32_t waiting_writer = 1u << 20;
  static constexpr std::uint32_t waiting_writers = ((1u << 10) - 1) << 20;
  static constexpr std::uint32_t waiting_readers = 1u << 30;
  static constexpr std::uint32_t writer = 1u << 31;

  static bool is_held(std::uint32_t word) { return word & (writer | readers); }
  static bool is_open_to_readers(std::uint32_t word) {
    return !(word & (writer | waiting_writers));
  }
  static std::uint32_t with_reader(std::uint32_t word) {
    if ((word & readers) == readers)
      std::abort();
    return word + reader;
  }

  bool enter(std::uint32_t &seen, std::uint32_t next) noexcept {
    return word_.compare_exchange_strong(seen, next, std::memory_order_acquire,
                                         std::memory_order_relaxed);
  }

  template <class TryOnce> static bool spin(TryOnce try_once) noexcept {
    for (int round = 0; round < spin_rounds; ++round) {
      if (try_once())
        return true;
      pause();
    }
    return false;
  }

  bool lock_until(const clock::time_point *deadline) noexcept {
    if (try_lock() || spin([this] { return try_lock(); }))
      return true;
    std::uint32_t before =
        word_.fetch_add(waiting_writer, std::memory_order_relaxed);
    if ((before & waiting_writers) == waiting_writers)
      std::abort();
    for (;;) {
      std::uint32_t turn = turn_.load(std::memory_order_acquire);
      std::uint32_t seen = word_.load(std::memory_order_relaxed);
      while (!is_held(seen))
        if (enter(seen, seen - waiting_writer + writer))
          return true;
      if (!sleep(turn_, turn, deadline))
        return give_up();
    }
  }

  /// Readers that this writer alone kept out must not sleep on. A wake that
  /// was meant for it goes to whoever waits now.
  bool give_up() noexcept {
    std::uint32_t now =
        word_.fetch_sub(waiting_writer, std::memory_order_relaxed) -
        waiting_writer;
    if (!is_held(now))
      wake_next(now);
    else if (is_open_to_readers(now))
      wake_readers(now);
    return false;
  }

  bool lock_shared_until(const clock::time_point *deadline) noexcept {
    if (try_lock_shared() || spin([this] { return try_lock_shared(); }))
      return true;
    for (;;) {
      std::uint32_t seen = word_.load(std::memory_order_relaxed);
      if (is_open_to_readers(seen)) {
        if (enter(seen, with_reader(seen)))
          return true;
        continue;
      }
      std::uint32_t asleep = seen | waiting_readers;
      if (seen != asleep && !word_.compare_exchange_strong(
                                seen, asleep, std::memory_order_relaxed))
        continue;
      if (!sleep(word_, asleep, deadline))
        return false;
    }
  }

  /// The word was free as `now`.
  void wake_next(std::uint32_t now) noexcept {
    if (now & waiting_writers) {
      turn_.fetch_add(1, std::memory_order_release);
      wake_one(turn_);
    } else {
      wake_readers(now);
    }
  }

  void wake_readers(std::uint32_t now) noexcept {
    if (!(now & waiting_readers))
      return;
    word_.fetch_and(~waiting_readers, std::memory_order_relaxed);
    wake_all(word_);
  }

  word word_{0};
  word turn_{0};
};

} // namespace fearless::detail

#endif
