// RUN: %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The same of a class of one's own, as which a marked function returns what it
// starts: its objects may die as they like.
#include <fearless/annotations.h>
#include <functional>
#include <thread>
#include <utility>
#include <vector>
class Task {
public:
  Task() = default;
  Task(Task &&) = default;
  Task &operator=(Task &&) = default;
  FEARLESS_JOINS void join();
};
class Pool {
public:
  Task submit(FEARLESS_CROSSES_THREAD std::function<void()> job);
};
void work();
class Tasks {
public:
  Tasks() = default;
  Tasks(Tasks &&) = default;
  void join() {
    for (auto &task : tasks)
      task.join();
  }
  std::vector<Task> tasks;
};
static void start(Pool &pool, bool wait) {
  Tasks all;
  all.tasks.push_back(pool.submit(work));
  if (wait)
    all.join();
}
int main(int count, char **) {
  Pool pool;
  start(pool, count > 1);
}
