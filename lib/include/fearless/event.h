//===-- event.h - One moment that threads wait for ------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An Event is unset until somebody sets it, once and for all. Who waits for it
// goes on then, and who comes later does not wait:
//
//   fearless::Event ready;
//   ready.wait();                            ready.set();
//
// Invalid: to destroy it while threads wait, or while set() runs. So an Event
// of a function's scope is set by threads that the scope joins.
//
// Memory ordering: set() happens before the return of every wait, and before
// is_set() that returns true: a release, and acquires.
//
// Thread safety: all members are const, and may be called by several threads at
// once. Exceptions: none. Constant-initialised. A child of fork() has it as it
// was. set() and is_set() are fit for signal handlers on Linux: an exchange and
// a futex call.
//
// Counterparts: std::latch of one, absl::Notification; in Rust, a Barrier or a
// channel of (). Not for what becomes false again: Condvar. Not to hand over a
// value: a channel.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_EVENT_H
#define FEARLESS_EVENT_H

#include "fearless/annotations.h"
#include "fearless/detail/seam.h"

#include <chrono>
#include <cstdint>

namespace fearless {

class FEARLESS_UNSAFE_SYNC("the state is atomic") Event {
public:
  constexpr Event() = default;
  Event(const Event &) = delete;
  Event &operator=(const Event &) = delete;

  FEARLESS_NOTIFIES void set() const noexcept {
    if (state_.exchange(done, std::memory_order_release) == awaited)
      detail::wake_all(state_);
  }

  bool is_set() const noexcept {
    return state_.load(std::memory_order_acquire) == done;
  }

  FEARLESS_WAITS void wait() const noexcept {
    while (await())
      detail::wait(state_, awaited);
  }

  /// Whether it is set in the end.
  template <class Rep, class Period>
  FEARLESS_WAITS bool
  wait_for(std::chrono::duration<Rep, Period> time) const noexcept {
    return wait_until_deadline(detail::after(time));
  }
  template <class Clock, class Duration>
  FEARLESS_WAITS bool
  wait_until(std::chrono::time_point<Clock, Duration> moment) const noexcept {
    return wait_until_deadline(detail::at(moment));
  }

private:
  static constexpr std::uint32_t unset = 0, awaited = 1, done = 2;

  /// Says that a thread is about to sleep; false if it need not. Where the
  /// event is set meanwhile, the sleep ends at once.
  bool await() const noexcept {
    if (is_set())
      return false;
    std::uint32_t seen = unset;
    state_.compare_exchange_strong(seen, awaited, std::memory_order_relaxed);
    return true;
  }

  bool wait_until_deadline(detail::clock::time_point deadline) const noexcept {
    while (await())
      if (!detail::wait_until(state_, awaited, deadline))
        return is_set();
    return true;
  }

  mutable detail::word state_{unset};
};

} // namespace fearless

#endif
