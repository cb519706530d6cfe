#include "scheduler.h"

#include "metrics.h"

Scheduler::Scheduler(unsigned workers) {
  for (unsigned i = 0; i < workers; ++i)
    deques_.push_back(std::make_unique<TaskDeque>());
  for (unsigned i = 0; i < workers; ++i)
    workers_.emplace_back(
        [this, i](std::stop_token stop) { work(std::move(stop), i); });
}

Scheduler::~Scheduler() { shutdown(); }

void Scheduler::submit(Task task) {
  {
    std::lock_guard lock(stateMu_);
    ++pending_;
  }
  unsigned to = turn_.fetch_add(1) % deques_.size();
  deques_[to]->push(std::move(task));
  if (to == 0 && deques_.size() > 1)
    TaskDeque::balance(*deques_[0], *deques_[1]);
  changed_.notify_all();
}

void Scheduler::wait() {
  std::unique_lock lock(stateMu_);
  changed_.wait(lock, [this] { return pending_ == 0; });
}

std::size_t Scheduler::shutdown() {
  for (std::jthread &worker : workers_)
    worker.request_stop();
  changed_.notify_all();
  workers_.clear();
  std::unique_lock<std::mutex> lock(stateMu_, std::defer_lock);
  lock.lock();
  std::size_t left = pending_;
  lock.unlock();
  return left;
}

void Scheduler::pause() {
  std::unique_lock lock(stateMu_);
  if (paused_)
    return;
  paused_ = true;
  lock.unlock();
  metrics::paused();
}

void Scheduler::resume() {
  {
    std::lock_guard lock(stateMu_);
    paused_ = false;
  }
  changed_.notify_all();
}

std::optional<Task> Scheduler::next(unsigned self, bool &stolen) {
  stolen = false;
  if (auto task = deques_[self]->pop())
    return task;
  for (std::size_t i = 1; i < deques_.size(); ++i)
    if (auto task = deques_[(self + i) % deques_.size()]->steal()) {
      stolen = true;
      return task;
    }
  return std::nullopt;
}

void Scheduler::finished() {
  std::unique_lock lock(stateMu_);
  bool last = --pending_ == 0;
  lock.unlock();
  if (last)
    changed_.notify_all();
}

void Scheduler::work(std::stop_token stop, unsigned self) {
  while (!stop.stop_requested()) {
    {
      std::unique_lock lock(stateMu_);
      if (!changed_.wait(lock, stop,
                         [this] { return pending_ > 0 && !paused_; }))
        return;
    }
    bool stolen;
    if (auto task = next(self, stolen)) {
      task->run();
      metrics::ran(task->priority, stolen);
      finished();
    } else {
      metrics::foundNothing();
      std::this_thread::yield();
    }
  }
}
