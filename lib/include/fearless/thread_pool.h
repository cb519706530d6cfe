//===-- thread_pool.h - Threads for many short tasks ----------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A ThreadPool has threads that run tasks as they are submitted. submit gives a
// handle, whose join returns what the task returned or throws what it threw.
//
//   ThreadPool pool;
//   auto page = pool.submit(fetch, address);
//   …
//   use(page.join());
//
// map submits a task for each item, and gives all handles together: join for
// the results in the items' order, a loop for each task as it is done.
//
//   auto pages = pool.map(addresses, fetch);
//   for (auto &[index, page] : pages)
//     use(addresses[index], page.join());
//
// The callable, its arguments and its result are Send. The function of map is
// called by several threads at once: Sync, too. Tasks do not borrow;
// par_for_each and its kin (parallel.h) do.
//
// cancel takes back a task that has not been started: its join throws
// Cancelled. One that has been started runs to its end; what should end sooner
// looks at a std::stop_token that it was given.
//
// A task may submit others and join them: a join on one of the pool's own
// threads runs the task itself if nobody has started it. So tasks that wait for
// tasks do not use up the threads. What waits in other ways, for a message of a
// task that is still to be started say, may wait for ever.
//
// Order: what came before submit is before what the task does; that is before
// join returns, and before is_finished returns true.
// States of a handle: of a task, or empty; it is empty after join and a move
// from it. join of an empty handle throws std::system_error (invalid_argument);
// wait, cancel and is_finished assert that it is not empty. join in the very
// task throws std::system_error (resource_deadlock_would_occur); wait there is
// an error, and waits for ever.
// Threads: submit and map may be called by several threads at once, the tasks'
// among them. A handle is for one thread at a time.
// Exceptions: the constructor throws std::system_error if the system has no
// threads to give; submit and map throw std::bad_alloc, and what copying the
// arguments throws. map has then submitted some of the tasks, which run.
// Destruction: a pool runs all that was submitted, and waits for it. It must
// not be destroyed by a task of its own. A handle does not wait, and may
// outlive the pool. A pool in a static waits when main has ended. After fork,
// the child's pool has no threads, and must not be used or destroyed; the child
// may make one of its own. A task ends as a thread does (thread.h). Not safe in
// a signal handler.
//
// Rust: rayon's ThreadPool, threadpool; Python: concurrent.futures. Std has
// none. Tasks that wait for long, for I/O say, keep a thread: spawn those.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_THREAD_POOL_H
#define FEARLESS_THREAD_POOL_H

#include "fearless/annotations.h"
#include "fearless/arc.h"
#include "fearless/channel.h"
#include "fearless/detail/seam.h"
#include "fearless/detail/thread_task.h"
#include "fearless/send.h"
#include "fearless/thread.h"

#include <algorithm>
#include <cassert>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <iterator>
#include <memory>
#include <new>
#include <optional>
#include <ranges>
#include <system_error>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace fearless {

/// What join of a cancelled task throws.
class Cancelled : public std::exception {
public:
  const char *what() const noexcept override { return "fearless: cancelled"; }
};

namespace detail {

/// A task in the queue of a pool. Whoever claims it first runs or cancels it.
/// The claim orders nothing: the queue has handed the task over, and what comes
/// of it is handed on by its own finish.
class pool_job {
public:
  virtual ~pool_job() = default;

  bool claim() noexcept {
    return claimed_.exchange(1, std::memory_order_relaxed) == 0;
  }
  /// Runs it, if nobody has claimed it.
  bool try_run() noexcept {
    if (!claim())
      return false;
    run_claimed();
    return true;
  }

private:
  virtual void run_claimed() noexcept = 0;

  atomic<std::uint32_t> claimed_{0};
};

template <class R> class pool_job_of : public pool_job {
public:
  pool_job_of(std::shared_ptr<thread_task<R>> task, const void *pool) noexcept
      : task(std::move(task)), pool(pool) {}

  const std::shared_ptr<thread_task<R>> task;
  const void *const pool;

private:
  void run_claimed() noexcept override { task->start(); }
};

/// The pool whose thread this is.
inline thread_local constinit const void *this_pool = nullptr;

} // namespace detail

/// The outcome of a task of a pool.
template <class R>
class FEARLESS_UNSAFE_SEND("the task's result is Send") FEARLESS_NOT_SYNC
    [[nodiscard]] TaskHandle {
public:
  TaskHandle(TaskHandle &&) noexcept = default;
  TaskHandle &operator=(TaskHandle &&) noexcept = default;

  /// Waits until the task is done. Returns what it returned, or throws what it
  /// threw, or Cancelled. The handle is then empty.
  FEARLESS_JOINS R join() {
    check();
    wait();
    const auto task = std::exchange(job_, nullptr)->task;
    if (task->result.empty())
      throw Cancelled();
    return task->result.take();
  }

  /// Waits until the task is done, and leaves its outcome.
  FEARLESS_JOINS void wait() noexcept {
    if (detail::this_pool != job().pool || !job().try_run())
      job().task->wait_finished();
  }

  /// Takes the task back. False if it has been started.
  bool cancel() noexcept {
    if (!job().claim())
      return false;
    job().task->abandon();
    return true;
  }

  [[nodiscard]] bool is_finished() const noexcept {
    return job().task->finished();
  }

private:
  friend class ThreadPool;
  template <class> friend class Tasks;
  using Job = detail::pool_job_of<R>;

  explicit TaskHandle(std::shared_ptr<Job> job) noexcept
      : job_(std::move(job)) {}

  Job &job() const noexcept {
    assert(job_ && "this TaskHandle is empty");
    return *job_;
  }

  void check() const {
    if (!job_)
      throw std::system_error(
          std::make_error_code(std::errc::invalid_argument),
          "fearless::TaskHandle::join: it has been asked before");
    if (job_->task->runs_here())
      throw std::system_error(
          std::make_error_code(std::errc::resource_deadlock_would_occur),
          "fearless::TaskHandle::join: it is this very task");
  }

  std::shared_ptr<Job> job_;
};

/// A task of a map that is done: which item it was for, and what came of it.
template <class R> struct Completed {
  std::size_t index;
  TaskHandle<R> task;
};

/// The tasks of a map.
template <class R>
class FEARLESS_UNSAFE_SEND("the tasks' results are Send") FEARLESS_NOT_SYNC
    [[nodiscard]] Tasks {
public:
  /// Waits for all that recv has not given, and returns what they returned, in
  /// the order of the items. The first exception, in that order, is thrown;
  /// tasks behind it that have not been started are cancelled.
  FEARLESS_JOINS std::vector<R> join() requires(!std::is_void_v<R>) {
    std::vector<R> results;
    results.reserve(tasks_.size());
    join_each([&](TaskHandle<R> &task) { results.push_back(task.join()); });
    return results;
  }
  FEARLESS_JOINS void join() requires std::is_void_v<R> {
    join_each([](TaskHandle<R> &task) { task.join(); });
  }

  /// Waits for the next task to be done. Nothing if all have been given.
  FEARLESS_RECEIVES [[nodiscard]] std::optional<Completed<R>> recv() {
    help();
    if (const auto index = done_.recv())
      return give(*index);
    // Of those that had no memory to tell, only the end is known.
    const auto left = std::ranges::find_if(tasks_, &Task::has_value);
    if (left == tasks_.end())
      return std::nullopt;
    (*left)->wait();
    return give(left - tasks_.begin());
  }

  /// For `for (auto &[index, task] : tasks)`.
  [[nodiscard]] auto begin() { return detail::receive_iterator(*this); }
  [[nodiscard]] std::default_sentinel_t end() const noexcept { return {}; }

  /// Takes back all tasks that have not been started. They are done then.
  void cancel() noexcept {
    for (auto &task : tasks_)
      if (task)
        task->cancel();
  }

private:
  friend class ThreadPool;
  using Task = std::optional<TaskHandle<R>>;

  explicit Tasks(Receiver<std::size_t> done) noexcept
      : done_(std::move(done)) {}

  Completed<R> give(std::size_t index) noexcept {
    return {index, *std::exchange(tasks_[index], std::nullopt)};
  }

  template <class F> void join_each(F join_one) {
    try {
      for (auto &task : tasks_)
        if (task) {
          auto given = *std::exchange(task, std::nullopt);
          join_one(given);
        }
    } catch (...) {
      cancel();
      throw;
    }
  }

  /// On a thread of the pool: there may be no other to start them.
  void help() noexcept {
    for (auto &task : tasks_)
      if (task && detail::this_pool == task->job_->pool &&
          task->job_->try_run())
        return;
  }

  std::vector<Task> tasks_;
  Receiver<std::size_t> done_;
};

class FEARLESS_UNSAFE_SYNC("tasks go through a channel") ThreadPool {
public:
  /// As many threads as the machine runs at once, or a number of them. None is
  /// one.
  explicit ThreadPool(
      std::size_t threads = std::thread::hardware_concurrency()) {
    threads = std::max<std::size_t>(threads, 1);
    threads_.reserve(threads); // a handle without a place would wait for ever
    auto both = channel<Job>();
    const auto jobs = std::move(both.receiver).share();
    sender_.emplace(std::move(both.sender));
    try {
      for (std::size_t i = 0; i < threads; ++i)
        threads_.push_back(spawn([this, jobs] {
          detail::this_pool = this;
          for (auto &job : jobs) {
            job->try_run();
            job = nullptr;
          }
        }));
    } catch (...) {
      sender_.reset(); // the threads end
      throw;
    }
  }
  ThreadPool(const ThreadPool &) = delete;
  ThreadPool &operator=(const ThreadPool &) = delete;
  FEARLESS_JOINS ~ThreadPool() {
    sender_.reset(); // no more jobs; the threads end when they have run all
  }

  [[nodiscard]] std::size_t size() const noexcept { return threads_.size(); }

  /// Runs f(args...) on a thread of the pool.
  template <class F, class... Args>
  requires std::invocable<std::decay_t<F>, std::decay_t<Args>...>
      TaskHandle<detail::result_of<F, Args...>>
      submit(FEARLESS_CROSSES_THREAD F &&f, Args &&...args)
  const {
    using R = detail::result_of<F, Args...>;
    static_assert(detail::require_send<std::decay_t<F>>);
    static_assert((detail::require_send<std::decay_t<Args>> && ...));
    static_assert(std::is_void_v<R> || detail::require_send<R>);
    auto job = std::make_shared<detail::pool_job_of<R>>(
        detail::make_thread_task(std::forward<F>(f),
                                 std::forward<Args>(args)...),
        this);
    (void)sender_->send(job); // the threads receive until the pool ends
    return TaskHandle<R>(std::move(job));
  }

  /// Submits f(item) for each item, in their order.
  template <std::ranges::input_range Items, class F>
  requires std::invocable < const std::decay_t<F>
  &, std::ranges::range_value_t < Items >>
         auto map(Items &&items, FEARLESS_CROSSES_THREAD F &&f) const {
    using Item = std::ranges::range_value_t<Items>;
    using Function = std::decay_t<F>;
    using R = detail::result_of<const Function &, Item>;
    const auto function = Arc<Function>::make(std::forward<F>(f));
    auto [sender, done] = channel<std::size_t>();
    Tasks<R> tasks(std::move(done));
    for (auto &&item : items) {
      tasks.tasks_.emplace_back();
      tasks.tasks_.back() =
          submit([function, tell = Tell(sender, tasks.tasks_.size() - 1)](
                     Item item) -> R { return (*function)(std::move(item)); },
                 Item(std::forward<decltype(item)>(item)));
    }
    return tasks;
  }

private:
  using Job = std::shared_ptr<detail::pool_job>;

  /// Ends with its task, done or cancelled, and tells of it.
  class Tell {
  public:
    Tell(const Sender<std::size_t> &done, std::size_t index) noexcept
        : done_(done), index_(index) {}
    Tell(Tell &&other) noexcept
        : done_(std::exchange(other.done_, std::nullopt)),
          index_(other.index_) {}
    ~Tell() {
      if (!done_)
        return;
      try {
        (void)done_->send(index_);
      } catch (const std::bad_alloc &) {
        // The end of the channel tells.
      }
    }

  private:
    std::optional<Sender<std::size_t>> done_;
    std::size_t index_;
  };

  std::optional<Sender<Job>> sender_;
  std::vector<JoinHandle<void>> threads_;
};

template <class R> struct is_send<TaskHandle<R>> : only_if<sends<R>> {};
template <class R> struct is_sync<TaskHandle<R>> : std::false_type {};
template <class R> struct is_send<Tasks<R>> : only_if<sends<R>> {};
template <class R> struct is_sync<Tasks<R>> : std::false_type {};

} // namespace fearless

#endif
