//===-- atomic.h - A value changed as a whole -----------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Atomic<T> is std::atomic<T> with the orderings as types: what an operation
// cannot have does not compile, where the standard library has it as undefined
// behaviour.
//
//   using namespace fearless::order;
//   fearless::Atomic<int> count(0);
//   count.fetch_add(1);                       // sequentially consistent
//   int now = count.load(acquire);            // load(release): error
//   count.update([](int n) { return n * 2; });
//
//   load                        relaxed, acquire, seq_cst
//   store                       relaxed, release, seq_cst
//   exchange, fetch_…, update,  relaxed, acquire, release, acq_rel, seq_cst
//   compare_exchange
//
// It does not convert to T, and has no operators: `a = a + 1` would be two
// operations that look like one. T is trivially copyable, and Send.
//
// Memory ordering: as asked for; seq_cst if it is not. A compare_exchange that
// fails has the load part of its ordering. wait returns when the value is
// another, seen with the ordering asked for; notify orders nothing.
//
// Thread safety: all members are const, and may be called by several threads at
// once: const says that the atomic is shared, not that it stays as it is. So an
// Arc<Atomic<T>> counts. Exceptions: those of update's function; the value is
// unchanged then. Constant-initialised. Usable in signal handlers where
// is_always_lock_free, but for wait and notify.
//
// Counterparts: std::atomic; Rust's AtomicU32 and kin (update: fetch_update).
// Not for several values that belong together: Mutex<T>.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ATOMIC_H
#define FEARLESS_ATOMIC_H

#include "fearless/annotations.h"
#include "fearless/detail/seam.h"
#include "fearless/send.h"

#include <atomic>
#include <concepts>
#include <functional>
#include <type_traits>

namespace fearless {

/// The orderings, each a type of its own.
namespace order {
template <std::memory_order Order>
using order_t = std::integral_constant<std::memory_order, Order>;
inline constexpr order_t<std::memory_order_relaxed> relaxed;
inline constexpr order_t<std::memory_order_acquire> acquire;
inline constexpr order_t<std::memory_order_release> release;
inline constexpr order_t<std::memory_order_acq_rel> acq_rel;
inline constexpr order_t<std::memory_order_seq_cst> seq_cst;
} // namespace order

namespace detail {
template <std::memory_order Order, std::memory_order... Allowed>
concept one_of = ((Order == Allowed) || ...);
} // namespace detail

template <std::memory_order Order>
concept OrderOfLoad =
    detail::one_of<Order, std::memory_order_relaxed, std::memory_order_acquire,
                   std::memory_order_seq_cst>;
template <std::memory_order Order>
concept OrderOfStore =
    detail::one_of<Order, std::memory_order_relaxed, std::memory_order_release,
                   std::memory_order_seq_cst>;

template <class T>
class FEARLESS_UNSAFE_SYNC_IF(Send<T>, "the value is atomic") Atomic {
  static_assert(detail::require_send<T>);
  static_assert(std::is_trivially_copyable_v<T>);

  template <std::memory_order Order> using order_t = order::order_t<Order>;
  static constexpr auto strict = std::memory_order_seq_cst;

public:
  static constexpr bool is_always_lock_free =
      std::atomic<T>::is_always_lock_free;

  constexpr Atomic() = default;
  constexpr explicit Atomic(T value) noexcept : value_(value) {}
  Atomic(const Atomic &) = delete;
  Atomic &operator=(const Atomic &) = delete;

  template <std::memory_order Order = strict>
    requires OrderOfLoad<Order>
  T load(order_t<Order> = {}) const noexcept {
    return value_.load(Order);
  }
  template <std::memory_order Order = strict>
    requires OrderOfStore<Order>
  void store(T value, order_t<Order> = {}) const noexcept {
    value_.store(value, Order);
  }
  template <std::memory_order Order = strict>
  T exchange(T value, order_t<Order> = {}) const noexcept {
    return value_.exchange(value, Order);
  }

  /// Stores `desired` if the value is `expected`, else copies the value there.
  template <std::memory_order Order = strict>
  bool compare_exchange(T &expected, T desired,
                        order_t<Order> = {}) const noexcept {
    return value_.compare_exchange_strong(expected, desired, Order);
  }

  /// Replaces the value by f(value), and returns what it was. f may be called
  /// several times, if others change the value meanwhile.
  template <class F, std::memory_order Order = strict>
  T update(FEARLESS_RUNS F &&f, order_t<Order> = {}) const {
    T seen = value_.load(std::memory_order_relaxed);
    while (!value_.compare_exchange_weak(seen, std::invoke(f, seen), Order)) {
    }
    return seen;
  }

  /// They return what the value was.
  template <std::memory_order Order = strict>
  T fetch_add(T value, order_t<Order> = {}) const noexcept
    requires std::is_arithmetic_v<T>
  {
    return value_.fetch_add(value, Order);
  }
  template <std::memory_order Order = strict>
  T fetch_sub(T value, order_t<Order> = {}) const noexcept
    requires std::is_arithmetic_v<T>
  {
    return value_.fetch_sub(value, Order);
  }
  template <std::memory_order Order = strict>
  T fetch_and(T value, order_t<Order> = {}) const noexcept
    requires std::is_integral_v<T>
  {
    return value_.fetch_and(value, Order);
  }
  template <std::memory_order Order = strict>
  T fetch_or(T value, order_t<Order> = {}) const noexcept
    requires std::is_integral_v<T>
  {
    return value_.fetch_or(value, Order);
  }
  template <std::memory_order Order = strict>
  T fetch_xor(T value, order_t<Order> = {}) const noexcept
    requires std::is_integral_v<T>
  {
    return value_.fetch_xor(value, Order);
  }

  /// Sleeps until the value is not `old`, and somebody has notified.
  template <std::memory_order Order = strict>
    requires OrderOfLoad<Order>
  FEARLESS_WAITS void wait(T old, order_t<Order> = {}) const noexcept {
    value_.wait(old, Order);
  }
  FEARLESS_NOTIFIES void notify_one() const noexcept { value_.notify_one(); }
  FEARLESS_NOTIFIES void notify_all() const noexcept { value_.notify_all(); }

private:
  mutable detail::atomic<T> value_{};
};

template <class T> struct is_send<Atomic<T>> : only_if<sends<T>> {};
template <class T> struct is_sync<Atomic<T>> : only_if<sends<T>> {};

} // namespace fearless

#endif
