//===-- scope.h - Threads that borrow -------------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// scope calls a function with a Scope, whose threads have all ended when scope
// returns. So they may use what the caller has on its stack, without an Arc.
//
//   std::vector<int> numbers = …;
//   long low = 0, high = 0;
//   scope([&](Scope &s) {
//     s.spawn([&] { low = sum(numbers, 0, half); });
//     s.spawn([&] { high = sum(numbers, half, numbers.size()); });
//   });
//   use(low + high);
//
// The threads read the same things, or each its own; two that change one thing
// need a Mutex, as everywhere. The compiler looks at the types of the callable,
// its arguments and its result: what they hold by value is Send, what reference
// wrappers and pointer arguments refer to is Sync. It cannot see what a lambda
// captures, nor which thread writes what: the checker does.
//
// Threads may spawn more threads in their scope. They must not use what was
// made inside the function that scope calls, which is gone when they may still
// run, unless they have been joined in there.
//
// spawn gives a handle, whose join returns the result or throws the exception
// of the thread. It need not be kept. When scope ends, it throws the first
// exception, in the order of spawn, of a thread whose outcome nobody has asked
// for. If the function itself throws, its exception is the one that is thrown,
// after all threads have ended.
//
// States: a handle has an outcome to give, or was asked or moved from. join of
// such a handle, or on the handle's own thread, throws std::system_error. A
// handle may outlive its scope.
// Order: what came before spawn is before what the thread does; that is before
// join and scope return.
// Threads: spawn may be called by several threads of the scope at once.
// Exceptions: spawn throws std::system_error if the system has no thread to
// give, std::bad_alloc, and what copying the arguments throws.
// The end of a thread, fork and signals: as for spawn (thread.h). A child of
// fork must not come to the end of a scope that it has of its parent.
//
// Rust: std::thread::scope. Std has none. For chunks of work rather than
// threads, par_for_each is cheaper.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_SCOPE_H
#define FEARLESS_SCOPE_H

#include "fearless/annotations.h"
#include "fearless/detail/os_thread.h"
#include "fearless/detail/seam.h"
#include "fearless/detail/thread_task.h"
#include "fearless/send.h"

#include <concepts>
#include <exception>
#include <functional>
#include <memory>
#include <system_error>
#include <type_traits>
#include <utility>

namespace fearless {

/// The outcome of a thread of a scope.
template <class R>
class FEARLESS_UNSAFE_SEND("the thread's result is Send")
    FEARLESS_NOT_SYNC ScopedJoinHandle {
public:
  /// Waits for the thread to be done. Returns what it returned, or throws what
  /// it threw.
  FEARLESS_JOINS R join() {
    if (!task_)
      throw std::system_error(
          std::make_error_code(std::errc::invalid_argument),
          "fearless::ScopedJoinHandle::join: it has been asked before");
    if (task_->runs_here())
      throw std::system_error(
          std::make_error_code(std::errc::resource_deadlock_would_occur),
          "fearless::ScopedJoinHandle::join: it is this very thread");
    task_->wait_finished();
    return std::exchange(task_, nullptr)->result.take();
  }

  /// The thread is done: join will not wait.
  [[nodiscard]] bool is_finished() const noexcept {
    return !task_ || task_->finished();
  }

private:
  friend class Scope;
  explicit ScopedJoinHandle(
      std::shared_ptr<detail::thread_task<R>> task) noexcept
      : task_(std::move(task)) {}

  std::shared_ptr<detail::thread_task<R>> task_;
};

/// What the function that scope calls starts its threads with.
class FEARLESS_UNSAFE_SYNC("threads of a scope spawn at once") Scope {
public:
  Scope(const Scope &) = delete;
  Scope &operator=(const Scope &) = delete;
  FEARLESS_JOINS ~Scope() { (void)join_all(); }

  /// Runs f(args...) on a new thread, which ends before the scope does.
  template <class F, class... Args>
  requires std::invocable<std::decay_t<F>, std::decay_t<Args>...>
      ScopedJoinHandle<detail::result_of<F, Args...>>
      spawn(FEARLESS_CROSSES_THREAD F &&f, Args &&...args) {
    using R = detail::result_of<F, Args...>;
    static_assert(detail::require_send<borrowed<std::decay_t<F>>>);
    static_assert((detail::require_send<borrowed<std::decay_t<Args>>> && ...));
    static_assert(std::is_void_v<R> || detail::require_send<R>);
    auto task = detail::make_thread_task(std::forward<F>(f),
                                         std::forward<Args>(args)...);
    std::unique_ptr<Entry> entry(new Entry{task, &take_error<R>, {}, nullptr});
    entry->thread = detail::os_thread(task, {});
    keep(std::move(entry));
    return ScopedJoinHandle<R>(std::move(task));
  }

private:
  template <class F>
  friend std::invoke_result_t<F, Scope &> scope(F &&function);

  /// A thread of the scope, in a list that only grows.
  struct Entry {
    std::shared_ptr<detail::thread_main> task;
    std::exception_ptr (*take_error)(detail::thread_main &) noexcept;
    detail::os_thread thread;
    Entry *next;
  };

  template <class R>
  static std::exception_ptr take_error(detail::thread_main &task) noexcept {
    return static_cast<detail::thread_task<R> &>(task).result.take_error();
  }

  /// A pointer borrows as a reference does.
  template <class T>
  using borrowed =
      std::conditional_t<std::is_pointer_v<T>, std::remove_pointer_t<T> &, T>;

  Scope() = default;

  /// Release, for the acquire of join_all on another thread: the list that it
  /// goes through is written before. (Of threads that spawn more,
  /// ThreadSanitizer reports the race if either is weaker.)
  void keep(std::unique_ptr<Entry> entry) noexcept {
    entry->next = newest_.load(std::memory_order_relaxed);
    while (!newest_.compare_exchange_weak(entry->next, entry.get(),
                                          std::memory_order_release,
                                          std::memory_order_relaxed))
      ;
    entry.release();
  }

  /// Waits for all threads, and those that they spawn meanwhile. Returns the
  /// first exception that nobody has asked for.
  std::exception_ptr join_all() noexcept {
    std::exception_ptr first;
    while (auto *batch = newest_.exchange(nullptr, std::memory_order_acquire)) {
      std::exception_ptr first_of_batch;
      for (auto *next = batch; next;) {
        const std::unique_ptr<Entry> entry(std::exchange(next, next->next));
        entry->thread.join();
        if (auto error = entry->take_error(*entry->task))
          first_of_batch = std::move(error); // the list runs backwards
      }
      if (!first)
        first = std::move(first_of_batch);
    }
    return first;
  }

  detail::atomic<Entry *> newest_{nullptr};
};

/// Calls function(scope), waits for all threads that it started, and returns
/// what it returned.
template <class F>
std::invoke_result_t<F, Scope &> scope(FEARLESS_RUNS F &&function) {
  Scope scope;
  const auto finish = [&scope] {
    if (auto error = scope.join_all())
      std::rethrow_exception(std::move(error));
  };
  if constexpr (std::is_void_v<std::invoke_result_t<F, Scope &>>) {
    std::invoke(std::forward<F>(function), scope);
    finish();
  } else {
    auto &&result = std::invoke(std::forward<F>(function), scope);
    finish();
    return std::forward<decltype(result)>(result);
  }
}

template <class R> struct is_send<ScopedJoinHandle<R>> : only_if<sends<R>> {};
template <class R> struct is_sync<ScopedJoinHandle<R>> : std::false_type {};

} // namespace fearless

#endif
