//===-- thread.h - Threads with a result ----------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// spawn runs a callable on a new thread and returns a handle to it, whose join
// waits for the thread to end and gives what the callable returned, or throws
// what it threw. Builder does so with a name or a stack size.
//
//   auto sum = spawn([numbers = std::move(numbers)] { return add(numbers); });
//   …
//   use(sum.join());
//
// The callable, its arguments and its result are Send. They are copied or moved
// to the thread, which does not borrow: what is to be used by several threads
// is in an Arc, and scope (scope.h) has threads that borrow. Arguments reach
// the callable as rvalues, as std::thread's do; references to them are made
// with std::ref, and are Send if what they refer to is Sync.
//
// States of a handle: of a thread, or empty; it is empty after join, detach,
// and a move from it. join and is_finished of an empty handle are errors: join
// throws std::system_error (invalid_argument), is_finished asserts.
// Order: what came before spawn is before what the thread does; that is before
// join returns, and before is_finished returns true.
// Threads: a handle is for one thread at a time.
// Exceptions: spawn throws std::system_error if the system has no thread to
// give, std::bad_alloc, and what copying the arguments throws; no thread was
// started then. join throws what the callable threw. What the callable throws
// does not end the program.
// Destruction: a handle waits for its thread. Its result or exception is then
// gone: join, if either matters. A handle that ends on its own thread lets go
// of it instead of waiting for ever; join on it throws std::system_error
// (resource_deadlock_would_occur). A thread that was let go by detach is ended
// with main if it is not done by then; static objects may end while it uses
// them. A thread ends by what its callable returns or throws: pthread_exit and
// pthread_cancel, which unwind it for no exception, end the program.
// After fork, the child has none of the parent's threads; handles to them must
// not be joined or destroyed there. It may start threads of its own. Not safe
// in a signal handler.
//
// Rust: std::thread::spawn, JoinHandle, Builder. A JoinHandle of Rust detaches
// when it is dropped; this one joins, as std::jthread does, so that no thread
// is left behind unseen. For short tasks a ThreadPool is cheaper.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_THREAD_H
#define FEARLESS_THREAD_H

#include "fearless/annotations.h"
#include "fearless/detail/os_thread.h"
#include "fearless/detail/thread_task.h"
#include "fearless/send.h"

#include <cassert>
#include <concepts>
#include <cstddef>
#include <memory>
#include <string>
#include <system_error>
#include <type_traits>
#include <utility>

namespace fearless {

template <class R>
class FEARLESS_UNSAFE_SEND("the thread's result is Send") FEARLESS_NOT_SYNC
    [[nodiscard]] JoinHandle {
public:
  JoinHandle(JoinHandle &&) noexcept = default;
  JoinHandle &operator=(JoinHandle &&other) noexcept {
    JoinHandle old = std::move(*this);
    task_ = std::move(other.task_);
    thread_ = std::move(other.thread_);
    return *this;
  }
  FEARLESS_JOINS ~JoinHandle() {
    if (!thread_)
      return;
    if (task_->runs_here())
      thread_.detach();
    else
      thread_.join();
  }

  /// Waits for the thread to end. Returns what it returned, or throws what it
  /// threw. The handle is then empty.
  FEARLESS_JOINS R join() {
    check();
    thread_.join();
    return std::exchange(task_, nullptr)->result.take();
  }

  /// The callable is done: join will not wait for long.
  [[nodiscard]] bool is_finished() const noexcept {
    assert(task_ && "this JoinHandle is empty");
    return task_->finished();
  }

  /// Lets the thread go; nobody will know what came of it.
  void detach() noexcept {
    if (thread_)
      thread_.detach();
    task_ = nullptr;
  }

  /// It is the handle of a thread.
  [[nodiscard]] bool joinable() const noexcept { return bool(thread_); }

private:
  friend class Builder;

  JoinHandle(std::shared_ptr<detail::thread_task<R>> task,
             const detail::thread_options &options)
      : task_(task), thread_(std::move(task), options) {}

  void check() const {
    if (!thread_)
      throw std::system_error(std::make_error_code(std::errc::invalid_argument),
                              "fearless::JoinHandle::join: it has no thread");
    if (task_->runs_here())
      throw std::system_error(
          std::make_error_code(std::errc::resource_deadlock_would_occur),
          "fearless::JoinHandle::join: it is this very thread");
  }

  std::shared_ptr<detail::thread_task<R>> task_;
  detail::os_thread thread_;
};

/// How to start threads.
class Builder {
public:
  /// What debuggers and the system call the thread. Linux takes 15 bytes of it.
  Builder &name(std::string name) {
    options_.name = std::move(name);
    return *this;
  }

  /// In bytes. What is less than the system needs is as much as it needs.
  Builder &stack_size(std::size_t bytes) noexcept {
    options_.stack_size = bytes;
    return *this;
  }

  template <class F, class... Args>
  requires std::invocable<std::decay_t<F>, std::decay_t<Args>...>
  [[nodiscard]] JoinHandle<detail::result_of<F, Args...>>
  spawn(FEARLESS_CROSSES_THREAD F &&f, Args &&...args) const {
    using R = detail::result_of<F, Args...>;
    static_assert(detail::require_send<std::decay_t<F>>);
    static_assert((detail::require_send<std::decay_t<Args>> && ...));
    static_assert(std::is_void_v<R> || detail::require_send<R>);
    return JoinHandle<R>(detail::make_thread_task(std::forward<F>(f),
                                                  std::forward<Args>(args)...),
                         options_);
  }

private:
  detail::thread_options options_;
};

/// Runs f(args...) on a new thread.
template <class F, class... Args>
requires std::invocable<std::decay_t<F>, std::decay_t<Args>...>
[[nodiscard]] JoinHandle<detail::result_of<F, Args...>>
spawn(FEARLESS_CROSSES_THREAD F &&f, Args &&...args) {
  return Builder().spawn(std::forward<F>(f), std::forward<Args>(args)...);
}

template <class R> struct is_send<JoinHandle<R>> : only_if<sends<R>> {};
template <class R> struct is_sync<JoinHandle<R>> : std::false_type {};

} // namespace fearless

#endif
