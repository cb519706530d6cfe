// The function locks only if asked to, and one of its threads does not ask.
#include <mutex>
#include <thread>
#include <vector>

static std::mutex lock;
static std::vector<int> log_;

static void record(int event, bool locked) {
  std::unique_lock<std::mutex> hold(lock, std::defer_lock);
  if (locked)
    hold.lock();
  log_.push_back(event); // RACE
}

int main() {
  std::thread a(record, 1, true);
  record(2, false);
  a.join();
  return log_.size() == 2 ? 0 : 1;
}
