// A copy of the list's first pointer is worked on without taking the node out
// of the shared list.
#include <list>
#include <mutex>
#include <thread>

struct Task {
  int rounds = 3;
  long result = 0;
};

static std::mutex lock;
static std::list<Task> open, closed;

static bool step() {
  Task *task;
  {
    std::lock_guard<std::mutex> hold(lock);
    if (open.empty())
      return false;
    task = &open.front();
  }
  task->result += task->rounds; // RACE
  std::lock_guard<std::mutex> hold(lock);
  if (!open.empty())
    closed.splice(closed.end(), open, open.begin());
  return true;
}

static void work() {
  while (step()) {
  }
}

int main() {
  open.resize(500);
  std::thread helper(work);
  work();
  helper.join();
  return closed.size() == 500 ? 0 : 1;
}
