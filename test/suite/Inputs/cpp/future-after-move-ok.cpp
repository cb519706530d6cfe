// It is asked before.
#include <future>
#include <thread>
static int sieve(int n) { return n; }
int main() {
  std::packaged_task<int(int)> task(sieve);
  std::future<int> limit = task.get_future();
  std::thread worker(std::move(task), 1000);
  int reached = limit.get();
  worker.join();
  return reached;
}
