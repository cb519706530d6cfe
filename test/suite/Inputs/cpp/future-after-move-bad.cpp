// A task is asked for its future after it was moved to the thread.
#include <future>
#include <thread>
static int sieve(int n) { return n; }
int main() {
  std::packaged_task<int(int)> task(sieve);
  std::thread worker(std::move(task), 1000);
  std::future<int> limit = task.get_future(); // RACE
  int reached = limit.get();
  worker.join();
  return reached;
}
