// RUN: not %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Threads in a member of a member, joined on one way only.
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
  std::vector<std::thread> tasks;
};
static void start(bool wait) {
  Tasks all;
  all.tasks.push_back(std::thread(work));
  if (wait)
    all.join();
}
int main(int count, char **) {
  start(count > 1);
}

// CHECK: {{^}}{{.*}}handle-class.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: a thread in 'Tasks::tasks' is neither joined nor detached on this path: its destructor ends the program [fearless-thread-not-joined]{{$}}
// CHECK: {{^}}{{.*}}handle-class.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}handle-class.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: on another path it is joined here{{$}}
// CHECK: {{^}}{{.*}}handle-class.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: join it on every path, or use std::jthread, which joins when it is destroyed{{$}}
