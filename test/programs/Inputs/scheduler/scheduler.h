#pragma once

#include "deque.h"

#include <atomic>
#include <condition_variable>
#include <memory>
#include <stop_token>
#include <thread>
#include <vector>

/// Workers with a deque each, that steal from one another.
class Scheduler {
public:
  explicit Scheduler(unsigned workers);
  ~Scheduler();
  Scheduler(const Scheduler &) = delete;
  Scheduler &operator=(const Scheduler &) = delete;

  void submit(Task task);

  /// Waits until every task submitted so far has run.
  void wait();

  /// Stops workers after what they are doing; returns how many tasks have not
  /// run.
  std::size_t shutdown();

  void pause();
  void resume();

private:
  void work(std::stop_token stop, unsigned self);
  std::optional<Task> next(unsigned self, bool &stolen);
  void finished();

  std::vector<std::unique_ptr<TaskDeque>> deques_;
  std::atomic<unsigned> turn_{0};

  std::mutex stateMu_;
  std::condition_variable_any changed_;
  std::size_t pending_ = 0;
  bool paused_ = false;

  std::vector<std::jthread> workers_; // Last: they use what is above.
};
