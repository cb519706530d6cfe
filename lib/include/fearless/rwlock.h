//===-- rwlock.h - A value that many read or one writes -------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// RwLock<T> owns a T. Many threads may read it at once, as const; one may
// write, and then nobody reads:
//
//   fearless::RwLock<Settings> settings;
//   auto limit = settings.read()->limit;
//   settings.write()->limit = 5;
//
// States: free, read or written; and whole or poisoned (poison.h). Only write
// guards poison: a reader changes nothing. read, write, the try_ and with_
// functions, get_mut and into_inner throw PoisonError if it is poisoned;
// write_ignoring_poison and clear_poison recover.
//
// Writers go first: while one waits, no new reader gets in. So a thread that
// reads must not read again before it lets go: a writer in between makes it
// wait for itself.
//
// Invalid: to lock it in any way on a thread that holds it in any way; to
// destroy it while it is held or waited for; to keep a reference to the value
// beyond the guard; get_mut and into_inner while other threads have the lock;
// more than a million readers or a thousand waiting writers at once (abort).
//
// Memory ordering: the end of a write happens before all reads and writes that
// come after, the end of a read before all writes (futex_rwlock.h).
//
// Thread safety: the const members may be called by several threads at once:
// all but get_mut, into_inner and the destructor. To write is const, as to lock
// a Mutex: the lock is shared, and the value is the writer's. RwLock<T> is Send
// if T is, Sync if T is Send and Sync, since several threads read the T at
// once. Guards stay on their thread.
//
// Exceptions, static order, thread exit, fork, signals: as Mutex.
//
// Counterparts: Rust's std::sync::RwLock; std::shared_mutex. Not for short
// sections: readers write the word of the lock, too, and a Mutex is faster.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_RWLOCK_H
#define FEARLESS_RWLOCK_H

#include "fearless/annotations.h"
#include "fearless/detail/futex_rwlock.h"
#include "fearless/detail/locked.h"
#include "fearless/poison.h"
#include "fearless/send.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace fearless {

template <class T> class RwLock;

/// Reads an RwLock from constructor to destructor. Not movable.
template <class T>
class [[nodiscard]] FEARLESS_SCOPED_CAPABILITY FEARLESS_NOT_SEND ReadGuard {
public:
  ReadGuard(const ReadGuard &) = delete;
  ReadGuard &operator=(const ReadGuard &) = delete;
  ~ReadGuard() FEARLESS_RELEASE() { lock_.lock_.unlock_shared(); }

  const T &operator*() const &noexcept { return lock_.value_; }
  /// The reference would outlive the lock: name the guard.
  const T &operator*() const && = delete;
  const T *operator->() const noexcept { return std::addressof(lock_.value_); }

  /// For RwLock.
  ReadGuard(detail::locked_t, const RwLock<T> &lock)
      FEARLESS_ACQUIRE_SHARED(lock)
      : lock_(lock) {}

private:
  const RwLock<T> &lock_;
};

/// Writes an RwLock from constructor to destructor. Not movable.
template <class T>
class [[nodiscard]] FEARLESS_SCOPED_CAPABILITY FEARLESS_NOT_SEND WriteGuard {
public:
  WriteGuard(const WriteGuard &) = delete;
  WriteGuard &operator=(const WriteGuard &) = delete;
  ~WriteGuard() FEARLESS_RELEASE() {
    if (unwinding_.is_true()) [[unlikely]]
      lock_.poison_.set();
    lock_.lock_.unlock();
  }

  T &operator*() const &noexcept { return lock_.value_; }
  /// The reference would outlive the lock: name the guard.
  T &operator*() const && = delete;
  T *operator->() const noexcept { return std::addressof(lock_.value_); }

  /// For RwLock.
  WriteGuard(detail::locked_t, const RwLock<T> &lock) FEARLESS_ACQUIRE(lock)
      : lock_(lock) {}

private:
  const RwLock<T> &lock_;
  detail::unwinding_since unwinding_;
};

template <class T>
class FEARLESS_CAPABILITY("mutex")
    FEARLESS_UNSAFE_SYNC_IF(Send<T> &&Sync<T>,
                            "the value is used under the lock alone") RwLock {
  static_assert(detail::require_send<T>);
  static_assert(detail::require_sync<T>);

public:
  constexpr RwLock() = default;
  constexpr explicit RwLock(T value) : value_(std::move(value)) {}
  template <class... A>
  constexpr explicit RwLock(std::in_place_t, A &&...arguments)
      : value_(std::forward<A>(arguments)...) {}
  RwLock(const RwLock &) = delete;
  RwLock &operator=(const RwLock &) = delete;

  ReadGuard<T> read() const FEARLESS_ACQUIRE_SHARED() {
    lock_.lock_shared();
    check_read();
    return ReadGuard<T>(detail::locked_t(), *this);
  }
  WriteGuard<T> write() const FEARLESS_ACQUIRE() {
    lock_.lock();
    check_written();
    return WriteGuard<T>(detail::locked_t(), *this);
  }

  /// Empty if others keep it out, or did until the time was over.
  std::optional<ReadGuard<T>> try_read() const {
    return read_if(lock_.try_lock_shared());
  }
  template <class Rep, class Period>
  std::optional<ReadGuard<T>>
  try_read_for(std::chrono::duration<Rep, Period> time) const {
    return read_if(lock_.try_lock_shared_until(detail::after(time)));
  }
  template <class Clock, class Duration>
  std::optional<ReadGuard<T>>
  try_read_until(std::chrono::time_point<Clock, Duration> moment) const {
    return read_if(lock_.try_lock_shared_until(detail::at(moment)));
  }
  std::optional<WriteGuard<T>> try_write() const {
    return write_if(lock_.try_lock());
  }
  template <class Rep, class Period>
  std::optional<WriteGuard<T>>
  try_write_for(std::chrono::duration<Rep, Period> time) const {
    return write_if(lock_.try_lock_until(detail::after(time)));
  }
  template <class Clock, class Duration>
  std::optional<WriteGuard<T>>
  try_write_until(std::chrono::time_point<Clock, Duration> moment) const {
    return write_if(lock_.try_lock_until(detail::at(moment)));
  }

  /// Calls f with the value, under the lock, and returns what it returns.
  template <class F>
  auto with_read(FEARLESS_RUNS F &&f) const FEARLESS_EXCLUDES(this) {
    static_assert(!std::is_reference_v<std::invoke_result_t<F, const T &>>,
                  "a reference to what the lock protects would outlive it");
    auto guard = read();
    return std::invoke(std::forward<F>(f), *guard);
  }
  template <class F>
  auto with_write(FEARLESS_RUNS F &&f) const FEARLESS_EXCLUDES(this) {
    static_assert(!std::is_reference_v<std::invoke_result_t<F, T &>>,
                  "a reference to what the lock protects would outlive it");
    auto guard = write();
    return std::invoke(std::forward<F>(f), *guard);
  }

  WriteGuard<T> write_ignoring_poison() const FEARLESS_ACQUIRE() {
    lock_.lock();
    return WriteGuard<T>(detail::locked_t(), *this);
  }
  /// A snapshot: certain under the lock alone.
  bool is_poisoned() const noexcept { return poison_.is_set(); }
  void clear_poison() const noexcept { poison_.clear(); }

  /// For whoever has the lock alone: needs no locking, and does none.
  T &get_mut() {
    poison_.check();
    return value_;
  }
  T into_inner() && {
    poison_.check();
    return std::move(value_);
  }

private:
  friend class ReadGuard<T>;
  friend class WriteGuard<T>;

  void check_read() const {
    if (!is_poisoned()) [[likely]]
      return;
    lock_.unlock_shared();
    throw PoisonError();
  }
  void check_written() const {
    if (!is_poisoned()) [[likely]]
      return;
    lock_.unlock();
    throw PoisonError();
  }

  std::optional<ReadGuard<T>> read_if(bool locked) const {
    if (!locked)
      return std::nullopt;
    check_read();
    return std::optional<ReadGuard<T>>(std::in_place, detail::locked_t(),
                                       *this);
  }
  std::optional<WriteGuard<T>> write_if(bool locked) const {
    if (!locked)
      return std::nullopt;
    check_written();
    return std::optional<WriteGuard<T>>(std::in_place, detail::locked_t(),
                                        *this);
  }

  mutable detail::futex_rwlock lock_;
  mutable detail::poison poison_;
  mutable T value_{};
};

template <class T> struct is_send<RwLock<T>> : only_if<sends<T>> {};
template <class T> struct is_sync<RwLock<T>> : only_if<sends<T>, syncs<T>> {};
template <class T> struct is_send<ReadGuard<T>> : std::false_type {};
template <class T> struct is_sync<ReadGuard<T>> : only_if<syncs<T>> {};
template <class T> struct is_send<WriteGuard<T>> : std::false_type {};
template <class T> struct is_sync<WriteGuard<T>> : only_if<syncs<T>> {};

} // namespace fearless

#endif
