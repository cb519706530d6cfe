//===-- parallel.h - Loops on several threads -----------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Loops over a range whose items several threads take on: as many as the pool
// has, of which the caller is one:
//
//   par_for_each(pool, images, [](Image &image) { blur(image); });
//   auto sizes = par_map(pool, images, &Image::size);
//   auto total = par_reduce(pool, sizes, 0L, std::plus());
//
// The call returns when all is done, so the function may borrow what the caller
// has. Several threads call it at once, each with an item of its own: what else
// it changes needs a lock. par_filter_map leaves out the items for which the
// function returns nothing.
//
// par_reduce combines neighbours, in the order of the range, so that the
// operation must be associative, but not commutative. Where its result depends
// on how it is grouped, as sums of floating point do, that is by the length of
// the range and the size of the pool alone.
//
// Errors: when a function throws, items that nobody has begun are left out. Of
// the exceptions, that of the foremost item is thrown, when no thread is at it
// any more. A std::stop_token as the last argument cancels: the call throws
// Cancelled, if items were left out for that reason.
//
// The threads claim chunks of the range, several for each, by one atomic
// counter; which is relaxed, since what is done with the items is ordered by
// the pool: submit is before the tasks, and these are before their join. The
// caller works too, and does all of it where the pool is busy: so loops may be
// nested, on the same pool, without waiting for each other.
//
// The range has random access, and its items are Send; results are Send, too.
// The function is Sync. Exceptions: std::bad_alloc for results.
//
// Rust: rayon's parallel iterators. Std: the parallel algorithms, which end the
// program when a function throws. A loop of few short steps is faster without
// threads: a task costs about a microsecond.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_PARALLEL_H
#define FEARLESS_PARALLEL_H

#include "fearless/annotations.h"
#include "fearless/detail/seam.h"
#include "fearless/mutex.h"
#include "fearless/send.h"
#include "fearless/thread_pool.h"

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <exception>
#include <functional>
#include <new>
#include <optional>
#include <ranges>
#include <stop_token>
#include <type_traits>
#include <utility>
#include <vector>

namespace fearless {

namespace detail {

template <class Range>
concept shared_out =
    std::ranges::random_access_range<Range> && std::ranges::sized_range<Range>;

/// The chunks of a loop over 0 … count, and who fails first at which.
class chunks {
public:
  chunks(std::size_t count, std::size_t threads)
      : count_(count), length_(std::max<std::size_t>(
                           1, count / (threads * chunks_of_a_thread))) {}

  std::size_t size() const noexcept { return (count_ + length_ - 1) / length_; }

  /// Calls body(chunk, begin, end) for chunks that nobody has begun, until
  /// there are none, or one failed, or stop is requested.
  template <class Body>
  void work(const Body &body, const std::stop_token &stop) noexcept {
    while (!failed_.load(std::memory_order_relaxed)) {
      const auto chunk = next_.fetch_add(1, std::memory_order_relaxed);
      if (chunk >= size())
        return;
      if (stop.stop_requested()) {
        cancelled_.store(true, std::memory_order_relaxed);
        return;
      }
      const auto begin = chunk * length_;
      try {
        body(chunk, begin, std::min(begin + length_, count_));
      } catch (...) {
        fail(chunk, std::current_exception());
      }
    }
  }

  /// After all work: throws what there is to throw. Every chunk before one that
  /// failed has been begun, and so was worked to its end or its own failure.
  void check() {
    if (auto &first = first_failure_.get_mut(); first.error)
      std::rethrow_exception(std::move(first.error));
    if (cancelled_.load(std::memory_order_relaxed))
      throw Cancelled();
  }

private:
  /// Many enough that the threads end together where chunks differ; few enough
  /// that claiming them costs nothing.
  static constexpr std::size_t chunks_of_a_thread = 8;

  struct Failure {
    std::size_t chunk = 0;
    std::exception_ptr error;
  };

  void fail(std::size_t chunk, std::exception_ptr error) noexcept {
    failed_.store(true, std::memory_order_relaxed);
    auto first = first_failure_.lock();
    if (!first->error || chunk < first->chunk) {
      first->chunk = chunk;
      first->error.swap(error);
    }
  }

  const std::size_t count_;
  const std::size_t length_;
  atomic<std::size_t> next_{0};
  atomic<bool> failed_{false};
  atomic<bool> cancelled_{false};
  Mutex<Failure> first_failure_;
};

/// Tasks that take part in some work, as far as the pool has room for them.
/// They borrow it: the destructor waits for those that have begun, and takes
/// back the others.
class helpers {
public:
  template <class Work>
  helpers(const ThreadPool &pool, std::size_t count, const Work &work) {
    try {
      tasks_.reserve(count);
      while (tasks_.size() < count)
        tasks_.push_back(pool.submit([&work] { work(); }));
    } catch (const std::bad_alloc &) {
      // Then there are fewer.
    }
  }
  helpers(const helpers &) = delete;
  helpers &operator=(const helpers &) = delete;
  ~helpers() {
    for (auto &task : tasks_)
      if (!task.cancel())
        task.wait();
  }

private:
  std::vector<TaskHandle<void>> tasks_;
};

/// Calls body(chunk, begin, end) for all chunks, on several threads.
template <class Body>
void for_chunks(const ThreadPool &pool, chunks &chunks,
                const std::stop_token &stop, const Body &body) {
  const auto work = [&] { chunks.work(body, stop); };
  if (const auto more = std::min(chunks.size(), pool.size()); more > 1) {
    const helpers others(pool, more - 1, work);
    work();
  } else {
    work();
  }
  chunks.check();
}

template <class Range, class F> constexpr void check_shared() {
  static_assert(require_send<std::ranges::range_value_t<Range>>);
  static_assert(require_sync<std::remove_reference_t<F>>);
}

} // namespace detail

/// Calls function(item) for each item.
template <detail::shared_out Range, class F>
requires std::invocable<F &, std::ranges::range_reference_t<Range>>
void par_for_each(const ThreadPool &pool, Range &&range,
                  FEARLESS_CROSSES_THREAD_SCOPED F &&function,
                  std::stop_token stop = {}) {
  detail::check_shared<Range, F>();
  const auto first = std::ranges::begin(range);
  detail::chunks chunks(std::ranges::size(range), pool.size());
  detail::for_chunks(pool, chunks, stop,
                     [&](std::size_t, std::size_t begin, std::size_t end) {
                       const auto last = first + end;
                       for (auto item = first + begin; item != last; ++item)
                         std::invoke(function, *item);
                     });
}

/// The results of function(item), in the order of the range.
template <detail::shared_out Range, class F>
requires std::invocable<F &, std::ranges::range_reference_t<Range>>
[[nodiscard]] auto par_map(const ThreadPool &pool, Range &&range,
                           FEARLESS_CROSSES_THREAD_SCOPED F &&function,
                           std::stop_token stop = {}) {
  using R = std::remove_cvref_t<
      std::invoke_result_t<F &, std::ranges::range_reference_t<Range>>>;
  static_assert(detail::require_send<R>);
  detail::check_shared<Range, F>();
  const auto first = std::ranges::begin(range);
  const std::size_t count = std::ranges::size(range);
  // Places of their own for the results, made as they come. (Those of a
  // vector<bool> are not.)
  std::vector<std::optional<R>> made(count);
  detail::chunks chunks(count, pool.size());
  detail::for_chunks(
      pool, chunks, stop, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (; begin != end; ++begin)
          made[begin].emplace(std::invoke(function, first[begin]));
      });
  std::vector<R> results;
  results.reserve(count);
  for (auto &result : made)
    results.push_back(*std::move(result));
  return results;
}

/// As par_map, of a function that returns a std::optional: without the items
/// for which it has nothing.
template <detail::shared_out Range, class F>
requires std::invocable<F &, std::ranges::range_reference_t<Range>>
[[nodiscard]] auto par_filter_map(const ThreadPool &pool, Range &&range,
                                  FEARLESS_CROSSES_THREAD_SCOPED F &&function,
                                  std::stop_token stop = {}) {
  auto made = par_map(pool, std::forward<Range>(range),
                      std::forward<F>(function), std::move(stop));
  std::vector<typename decltype(made)::value_type::value_type> results;
  for (auto &result : made)
    if (result)
      results.push_back(*std::move(result));
  return results;
}

/// combine(identity, combine(item, combine(item, …))), grouped in another way:
/// for each group starts from the identity.
template <detail::shared_out Range, class T, class F>
requires std::invocable<F &, T, std::ranges::range_reference_t<Range>> &&
    std::invocable<F &, T, T>
[[nodiscard]] T par_reduce(const ThreadPool &pool, Range &&range, T identity,
                           FEARLESS_CROSSES_THREAD_SCOPED F &&combine,
                           std::stop_token stop = {}) {
  static_assert(detail::require_send<T> && detail::require_sync<T>);
  detail::check_shared<Range, F>();
  const auto first = std::ranges::begin(range);
  detail::chunks chunks(std::ranges::size(range), pool.size());
  std::vector<std::optional<T>> groups(chunks.size());
  detail::for_chunks(
      pool, chunks, stop,
      [&](std::size_t group, std::size_t begin, std::size_t end) {
        T sum = identity;
        const auto last = first + end;
        for (auto item = first + begin; item != last; ++item)
          sum = std::invoke(combine, std::move(sum), *item);
        groups[group].emplace(std::move(sum));
      });
  T sum = std::move(identity);
  for (auto &group : groups)
    sum = std::invoke(combine, std::move(sum), *std::move(group));
  return sum;
}

} // namespace fearless

#endif
