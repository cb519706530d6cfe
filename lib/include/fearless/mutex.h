//===-- mutex.h - A value inside its lock ---------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Mutex<T> owns a T, which is reached through a lock alone:
//
//   fearless::Mutex<std::vector<int>> numbers;
//   numbers.lock()->push_back(1);                    // for one expression
//   auto guard = numbers.lock();                     // for a scope
//   numbers.with([](auto &n) { n.push_back(2); });   // for a call
//
// States: free or locked; and whole or poisoned (poison.h). lock, try_lock…,
// with, get_mut and into_inner throw PoisonError if it is poisoned; the lock is
// free again then. To recover:
//
//   auto guard = numbers.lock_ignoring_poison();
//   guard->clear();                                  // make it right
//   numbers.clear_poison();
//
// Invalid: to lock it again on the thread that holds it (it waits for itself;
// Clang's -Wthread-safety and the checker see the plain cases); to destroy it
// while it is locked or waited for; to keep a pointer or reference to the value
// beyond the guard; get_mut and into_inner while other threads have the mutex.
//
// Memory ordering: an unlock happens before the next lock (futex_lock.h).
//
// Thread safety: the const members may be called by several threads at once:
// all but get_mut, into_inner and the destructor. To lock is const, and gives
// the value to change: const says that the mutex is shared, not that the value
// stays as it is. So an Arc<Mutex<T>> and a const member function can lock.
// Mutex<T> is Send and Sync if T is Send. A guard stays on its thread.
//
// Exceptions: lock and its kin throw nothing but PoisonError.
//
// Static order: constant-initialised if T is, so of use in other statics' code;
// a static Mutex is destroyed as any other static is. A thread that ends while
// it holds a guard (pthread_exit) unwinds it: the mutex is free, and not
// poisoned, since that is no exception that the language counts. fork: the
// child has the mutex as it was; locked by another thread, it stays locked
// there. Not for signal handlers.
//
// Counterparts: Rust's std::sync::Mutex; std::mutex with a member that should
// be used under it. Not for one number or flag: Atomic<T>. Not where most only
// read: RwLock<T>.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_MUTEX_H
#define FEARLESS_MUTEX_H

#include "fearless/annotations.h"
#include "fearless/detail/futex_lock.h"
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

template <class T> class Mutex;
class Condvar;

namespace detail {

struct mutex_state {
  futex_lock lock;
  detail::poison poison;
};

/// From here on to the end of the scope the lock, which is taken, is held.
class hold {
public:
  explicit hold(mutex_state &state) noexcept : state_(state) {}
  hold(const hold &) = delete;
  hold &operator=(const hold &) = delete;
  ~hold() {
    if (unwinding_.is_true()) [[unlikely]]
      state_.poison.set();
    state_.lock.unlock();
  }

  mutex_state &state() const noexcept { return state_; }

private:
  mutex_state &state_;
  unwinding_since unwinding_;
};

} // namespace detail

/// Holds a Mutex from constructor to destructor, and gives its value. It is not
/// movable: the scope that made it is the scope that holds.
template <class T>
class [[nodiscard]] FEARLESS_SCOPED_CAPABILITY FEARLESS_NOT_SEND MutexGuard {
public:
  MutexGuard(const MutexGuard &) = delete;
  MutexGuard &operator=(const MutexGuard &) = delete;
  ~MutexGuard() FEARLESS_RELEASE() {}

  T &operator*() const &noexcept { return value_; }
  /// The reference would outlive the lock: name the guard.
  T &operator*() const && = delete;
  T *operator->() const noexcept { return std::addressof(value_); }

  /// For Mutex.
  MutexGuard(detail::locked_t, const Mutex<T> &mutex) FEARLESS_ACQUIRE(mutex)
      : hold_(mutex.state_), value_(mutex.value_) {}

private:
  friend class Condvar;

  detail::hold hold_;
  T &value_;
};

template <class T>
class FEARLESS_CAPABILITY("mutex")
    FEARLESS_UNSAFE_SYNC_IF(Send<T>,
                            "the value is used under the lock alone") Mutex {
  static_assert(detail::require_send<T>);

public:
  using Guard = MutexGuard<T>;

  constexpr Mutex() = default;
  constexpr explicit Mutex(T value) : value_(std::move(value)) {}
  template <class... A>
  constexpr explicit Mutex(std::in_place_t, A &&...arguments)
      : value_(std::forward<A>(arguments)...) {}
  Mutex(const Mutex &) = delete;
  Mutex &operator=(const Mutex &) = delete;

  MutexGuard<T> lock() const FEARLESS_ACQUIRE() {
    state_.lock.lock();
    check_locked();
    return MutexGuard<T>(detail::locked_t(), *this);
  }

  /// Empty if another thread holds it, or held it until the time was over.
  std::optional<MutexGuard<T>> try_lock() const {
    return guard_if(state_.lock.try_lock());
  }
  template <class Rep, class Period>
  std::optional<MutexGuard<T>>
  try_lock_for(std::chrono::duration<Rep, Period> time) const {
    return guard_if(state_.lock.try_lock_until(detail::after(time)));
  }
  template <class Clock, class Duration>
  std::optional<MutexGuard<T>>
  try_lock_until(std::chrono::time_point<Clock, Duration> moment) const {
    return guard_if(state_.lock.try_lock_until(detail::at(moment)));
  }

  /// Calls f with the value, under the lock, and returns what it returns: by
  /// value, since a reference would outlive the lock.
  template <class F>
  auto with(FEARLESS_RUNS F &&f) const FEARLESS_EXCLUDES(this) {
    static_assert(!std::is_reference_v<std::invoke_result_t<F, T &>>,
                  "a reference to what the lock protects would outlive it");
    auto guard = lock();
    return std::invoke(std::forward<F>(f), *guard);
  }

  MutexGuard<T> lock_ignoring_poison() const FEARLESS_ACQUIRE() {
    state_.lock.lock();
    return MutexGuard<T>(detail::locked_t(), *this);
  }
  /// A snapshot: certain under the lock alone.
  bool is_poisoned() const noexcept { return state_.poison.is_set(); }
  void clear_poison() const noexcept { state_.poison.clear(); }

  /// For whoever has the mutex alone: needs no lock, and takes none.
  T &get_mut() {
    state_.poison.check();
    return value_;
  }
  T into_inner() && {
    state_.poison.check();
    return std::move(value_);
  }

private:
  friend class MutexGuard<T>;
  template <class F, class... Ts>
  friend auto with_all(FEARLESS_RUNS F &&f, const Mutex<Ts> &...mutexes);

  void check_locked() const {
    if (!is_poisoned()) [[likely]]
      return;
    state_.lock.unlock();
    throw PoisonError();
  }

  std::optional<MutexGuard<T>> guard_if(bool locked) const {
    if (!locked)
      return std::nullopt;
    check_locked();
    return std::optional<MutexGuard<T>>(std::in_place, detail::locked_t(),
                                        *this);
  }

  // Of a mutex that is const, too, the value belongs to whoever locks it.
  mutable detail::mutex_state state_;
  mutable T value_{};
};

template <class T> struct is_send<Mutex<T>> : only_if<sends<T>> {};
template <class T> struct is_sync<Mutex<T>> : only_if<sends<T>> {};
template <class T> struct is_send<MutexGuard<T>> : std::false_type {};
template <class T> struct is_sync<MutexGuard<T>> : only_if<syncs<T>> {};

} // namespace fearless

#endif
