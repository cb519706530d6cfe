//===-- thread_task.h - A callable that runs on a thread ------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a new thread and those who wait for it share: the callable with its
// arguments, and what came of it. The callable ends on its thread, before the
// thread counts as finished: what it has captured, a channel's sender say, does
// not wait for a join.
//
// What an Event orders is what there is to order: who sees the task finished
// sees the outcome, and what the thread did.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_DETAIL_THREAD_TASK_H
#define FEARLESS_DETAIL_THREAD_TASK_H

#include "fearless/detail/os_thread.h"
#include "fearless/detail/outcome.h"
#include "fearless/event.h"
#include "fearless/send.h"

#include <functional>
#include <optional>
#include <tuple>
#include <type_traits>
#include <utility>

namespace fearless::detail {

/// What a callable gives that runs on another thread, by value.
template <class F, class... Args>
using result_of = std::remove_cvref_t<
    std::invoke_result_t<std::decay_t<F>, std::decay_t<Args>...>>;

template <class R> class thread_task : public thread_main {
public:
  bool finished() const noexcept { return finished_.is_set(); }
  void wait_finished() noexcept { finished_.wait(); }

  /// Instead of a run: there will be no outcome.
  void abandon() noexcept {
    drop();
    finish();
  }

  outcome<R> result;

protected:
  void finish() noexcept { finished_.set(); }

private:
  /// Ends the callable.
  virtual void drop() noexcept = 0;

  Event finished_;
};

template <class R, class F, class... Args>
class thread_task_of final : public thread_task<R> {
public:
  template <class... From>
  explicit thread_task_of(From &&...from)
      : call_(std::in_place, std::forward<From>(from)...) {}

private:
  void run() noexcept override {
    this->result.run([&]() -> R {
      return std::apply(
          [](auto &&...parts) -> R { return std::invoke(std::move(parts)...); },
          *call_);
    });
    drop();
    this->finish();
  }
  void drop() noexcept override { call_.reset(); }

  std::optional<std::tuple<F, Args...>> call_;
};

template <class F, class... Args> auto make_thread_task(F &&f, Args &&...args) {
  using R = result_of<F, Args...>;
  return std::make_shared<
      thread_task_of<R, std::decay_t<F>, std::decay_t<Args>...>>(
      std::forward<F>(f), std::forward<Args>(args)...);
}

} // namespace fearless::detail

#endif
