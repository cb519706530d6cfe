// The loop's condition looks at the queue before the body takes the lock.
#include <mutex>
#include <queue>
#include <thread>

static std::mutex lock;
static std::queue<int> tasks;

static void work(int *done) {
  while (!tasks.empty()) { // RACE
    std::lock_guard<std::mutex> hold(lock);
    if (tasks.empty())
      break;
    *done += tasks.front();
    tasks.pop(); // RACE
  }
}

int main() {
  for (int i = 0; i < 300; ++i)
    tasks.push(1);
  int left = 0, right = 0;
  std::thread a(work, &left), b(work, &right);
  a.join();
  b.join();
  return left + right == 300 ? 0 : 1;
}
