//===-- lazy.h - A value made when it is first asked for ------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   fearless::LazyLock<Table> table([] { return read_table(); });
//   table->find(key);                        // the first call reads it
//
// One thread runs the function, others wait for it. If it throws, the exception
// goes to the caller, and the LazyLock is poisoned: all later calls
// throw PoisonError, since half of the function's work may have been done. So
// it is if the thread ends in the function (pthread_exit). The value is const:
// it is shared.
//
// States: empty, making, made, poisoned.
//
// Invalid: to ask for the value in the function that makes it (it waits for
// itself); to destroy it while it is used.
//
// Memory ordering: that the value is made happens before it is used: the state
// is set by a release and read by an acquire. The rest is the lock's.
//
// Thread safety: all members but the destructor. It is Send if T and F are,
// Sync if T is Send and Sync and F is Send.
//
// Exceptions: PoisonError, and those of the function. Static order: a static
// one is constant-initialised if the function is a lambda without captures, so
// of use in the code of other statics. A child of fork() that finds it being
// made waits for ever. Not for signal handlers.
//
// Counterparts: Rust's std::sync::LazyLock; a static local variable, which must
// be a static one, and tries again after an exception.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_LAZY_H
#define FEARLESS_LAZY_H

#include "fearless/annotations.h"
#include "fearless/detail/futex_lock.h"
#include "fearless/poison.h"
#include "fearless/send.h"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <type_traits>
#include <utility>

namespace fearless {

template <class T, class F = T (*)()>
class FEARLESS_UNSAFE_SYNC_IF(
    Send<T> &&Sync<T> &&Send<F>,
    "made once, under a lock; const after that") LazyLock {
  static_assert(detail::require_send<T>);
  static_assert(detail::require_sync<T>);
  static_assert(detail::require_send<F>);

public:
  constexpr explicit LazyLock(F make) : make_(std::move(make)) {}
  LazyLock(const LazyLock &) = delete;
  LazyLock &operator=(const LazyLock &) = delete;

  const T &get() const {
    if (!is_made_.load(std::memory_order_acquire)) [[unlikely]]
      make_once();
    return *value_;
  }
  const T &operator*() const { return get(); }
  const T *operator->() const { return std::addressof(get()); }

private:
  void make_once() const {
    std::lock_guard hold(lock_);
    if (is_made_.load(std::memory_order_relaxed))
      return;
    poison_.check();
    try {
      value_.emplace(std::invoke(make_));
    } catch (...) {
      poison_.set();
      throw;
    }
    is_made_.store(true, std::memory_order_release);
  }

  mutable detail::futex_lock lock_;
  mutable detail::poison poison_;
  mutable detail::atomic<bool> is_made_{false};
  mutable std::optional<T> value_;
  mutable F make_;
};

template <class F> LazyLock(F) -> LazyLock<std::invoke_result_t<F &>, F>;

template <class T, class F>
struct is_send<LazyLock<T, F>> : only_if<sends<T>, sends<F>> {};
template <class T, class F>
struct is_sync<LazyLock<T, F>> : only_if<sends<T>, syncs<T>, sends<F>> {};

} // namespace fearless

#endif
