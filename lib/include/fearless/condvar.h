//===-- condvar.h - Waits for a value under a lock to become so -----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A thread that holds a Mutex sleeps until another has made a condition of its
// value true. The condition is told, so a wake without reason, or one that came
// early, is none of the caller's business:
//
//   // one thread                            // the other
//   auto guard = jobs.lock();                jobs.lock()->push_back(job);
//   more.wait(guard, [](auto &jobs) {        more.notify_one();
//     return !jobs.empty();
//   });
//
// wait returns when the condition is true, with the mutex held; wait_for and
// wait_until return what the condition is in the end. The condition is called
// under the lock, with the value. If it throws, the exception leaves the
// guard's scope sooner or later, and poisons. If the mutex was poisoned by
// another thread in the meantime, a wait throws PoisonError.
//
// Invalid: to change what the condition depends on without the mutex (the wake
// may be lost); to destroy it while threads wait.
//
// Memory ordering: it orders nothing. All of that is the mutex's: a waiter
// looks at the value under the lock. Why no wake is lost, all operations
// relaxed: a waiter counts itself, and reads the epoch, under the lock, before
// it looks for the last time. A notifier has changed the value under the lock.
// If that came after the look, it sees both by the lock: it finds a waiter,
// counts the epoch up, and the sleep that begins with the older epoch is none.
// If it came before, the look has found the condition true. (2^32 notifications
// between the look and the sleep would hide all of them.)
//
// Thread safety: all members are const, and may be called by several threads at
// once; notify with or without the mutex. Any number of mutexes may be used
// with one. It takes no guards of an RwLock: who waits takes the lock again and
// again, just to look, and for such short sections an RwLock is the slower lock.
// Exceptions: none of its own. Constant-initialised. A child of fork() has no
// waiters, but counts those of its parent: notify costs more there. Not for
// signal handlers.
//
// Counterparts: Rust's std::sync::Condvar (wait_while);
// std::condition_variable. Not to hand over values: a channel. Not for one
// moment that comes once: Event.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_CONDVAR_H
#define FEARLESS_CONDVAR_H

#include "fearless/annotations.h"
#include "fearless/detail/sleep.h"
#include "fearless/mutex.h"

#include <chrono>
#include <cstdint>
#include <functional>

namespace fearless {

class FEARLESS_UNSAFE_SYNC("all members are atomic") Condvar {
public:
  constexpr Condvar() = default;
  Condvar(const Condvar &) = delete;
  Condvar &operator=(const Condvar &) = delete;

  template <class T, class Condition>
  FEARLESS_WAITS void wait(MutexGuard<T> &guard,
                           FEARLESS_RUNS Condition condition) const {
    sleep_until(guard, condition, nullptr);
  }

  template <class T, class Rep, class Period, class Condition>
  FEARLESS_WAITS bool wait_for(MutexGuard<T> &guard,
                               std::chrono::duration<Rep, Period> time,
                               FEARLESS_RUNS Condition condition) const {
    auto deadline = detail::after(time);
    return sleep_until(guard, condition, &deadline);
  }
  template <class T, class Clock, class Duration, class Condition>
  FEARLESS_WAITS bool
  wait_until(MutexGuard<T> &guard,
             std::chrono::time_point<Clock, Duration> moment,
             FEARLESS_RUNS Condition condition) const {
    auto deadline = detail::at(moment);
    return sleep_until(guard, condition, &deadline);
  }

  /// Wakes one waiter, or all, to look at their condition.
  FEARLESS_NOTIFIES void notify_one() const noexcept {
    if (has_waiters()) {
      epoch_.fetch_add(1, std::memory_order_relaxed);
      detail::wake_one(epoch_);
    }
  }
  FEARLESS_NOTIFIES void notify_all() const noexcept {
    if (has_waiters()) {
      epoch_.fetch_add(1, std::memory_order_relaxed);
      detail::wake_all(epoch_);
    }
  }

private:
  bool has_waiters() const noexcept {
    return waiters_.load(std::memory_order_relaxed) != 0;
  }

  template <class T, class Condition>
  bool sleep_until(MutexGuard<T> &guard, Condition &condition,
                   const detail::clock::time_point *deadline) const {
    detail::mutex_state &mutex = guard.hold_.state();
    while (!std::invoke(condition, *guard)) {
      bool in_time = sleep(mutex.lock, deadline);
      mutex.poison.check();
      if (!in_time)
        return std::invoke(condition, *guard);
    }
    return true;
  }

  /// False if the deadline has come. The lock is held before and after.
  bool sleep(detail::futex_lock &lock,
             const detail::clock::time_point *deadline) const noexcept {
    waiters_.fetch_add(1, std::memory_order_relaxed);
    std::uint32_t epoch = epoch_.load(std::memory_order_relaxed);
    lock.unlock();
    bool in_time = detail::sleep(epoch_, epoch, deadline);
    waiters_.fetch_sub(1, std::memory_order_relaxed);
    lock.lock();
    return in_time;
  }

  mutable detail::word epoch_{0};
  mutable detail::word waiters_{0};
};

} // namespace fearless

#endif
