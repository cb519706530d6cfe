// The function locks only if asked to; the one call that does not ask runs
// before any thread exists.
#include <mutex>
#include <thread>
#include <vector>

static std::mutex lock;
static std::vector<int> log_;

static void record(int event, bool locked) {
  std::unique_lock<std::mutex> hold(lock, std::defer_lock);
  if (locked)
    hold.lock();
  log_.push_back(event);
}

int main() {
  record(2, false);
  std::thread a(record, 1, true);
  record(3, true);
  a.join();
  return log_.size() == 3 ? 0 : 1;
}
