#include "deque.h"

#include <thread>
#include <utility>

void TaskDeque::push(Task task) {
  std::scoped_lock lock(mu_);
  if (!tasks_.empty() && task.priority > tasks_.front().priority)
    tasks_.push_front(std::move(task));
  else
    tasks_.push_back(std::move(task));
}

std::optional<Task> TaskDeque::pop() {
  std::scoped_lock lock(mu_);
  if (tasks_.empty())
    return std::nullopt;
  std::optional<Task> task(std::move(tasks_.front()));
  tasks_.pop_front();
  return task;
}

std::optional<Task> TaskDeque::steal() {
  std::unique_lock lock(mu_, std::try_to_lock);
  if (!lock || tasks_.empty())
    return std::nullopt;
  std::optional<Task> task(std::move(tasks_.back()));
  tasks_.pop_back();
  return task;
}

std::size_t TaskDeque::size() const {
  std::scoped_lock lock(mu_);
  return tasks_.size();
}

void TaskDeque::exchange(TaskDeque &a, TaskDeque &b) {
  if (&a == &b)
    return;
  std::scoped_lock both(a.mu_, b.mu_);
  a.tasks_.swap(b.tasks_);
}

bool TaskDeque::balance(TaskDeque &from, TaskDeque &to) {
  if (&from == &to)
    return false;
  for (int attempt = 0; attempt < 4; ++attempt) {
    std::unique_lock<std::mutex> source(from.mu_);
    if (to.mu_.try_lock()) {
      std::unique_lock<std::mutex> target(to.mu_, std::adopt_lock);
      while (from.tasks_.size() > to.tasks_.size() + 1) {
        to.tasks_.push_back(std::move(from.tasks_.back()));
        from.tasks_.pop_back();
      }
      return true;
    }
    source.unlock();
    std::this_thread::yield();
  }
  return false;
}
