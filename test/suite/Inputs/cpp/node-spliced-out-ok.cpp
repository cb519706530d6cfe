// The node is spliced into a local list under the lock and worked on outside of
// it.
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
  std::list<Task> mine;
  {
    std::lock_guard<std::mutex> hold(lock);
    if (open.empty())
      return false;
    mine.splice(mine.end(), open, open.begin());
  }
  mine.front().result += mine.front().rounds;
  std::lock_guard<std::mutex> hold(lock);
  closed.splice(closed.end(), mine);
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
