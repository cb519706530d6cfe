// The loop's condition is a locked method that tells whether it took something.
#include <mutex>
#include <queue>
#include <thread>

static std::mutex lock;
static std::queue<int> tasks;

static bool take(int *task) {
  std::lock_guard<std::mutex> hold(lock);
  if (tasks.empty())
    return false;
  *task = tasks.front();
  tasks.pop();
  return true;
}

static void work(int *done) {
  int task;
  while (take(&task))
    *done += task;
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
