#pragma once

#include "task.h"

#include <deque>
#include <mutex>
#include <optional>

/// One worker's tasks. The owner takes from the front, thieves from the back.
class TaskDeque {
public:
  void push(Task task);
  std::optional<Task> pop();

  /// Takes a task unless somebody else is busy with the deque.
  std::optional<Task> steal();

  std::size_t size() const;

  /// Exchanges what two deques hold.
  static void exchange(TaskDeque &a, TaskDeque &b);

  /// Moves half of what `from` has more than `to`. Gives up after some attempts
  /// when either is busy.
  static bool balance(TaskDeque &from, TaskDeque &to);

private:
  mutable std::mutex mu_;
  std::deque<Task> tasks_;
};
