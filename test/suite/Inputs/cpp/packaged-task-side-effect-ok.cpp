// The task's side effect is read after its future was waited for.
#include <future>
#include <thread>
#include <vector>

static std::vector<int> primes;

static int sieve(int limit) {
  for (int n = 2; n < limit; ++n) {
    bool prime = true;
    for (int d = 2; d * d <= n; ++d)
      prime = prime && n % d;
    if (prime)
      primes.push_back(n);
  }
  return limit;
}

int main() {
  std::packaged_task<int(int)> task(sieve);
  std::future<int> limit = task.get_future();
  std::thread worker(std::move(task), 1000);
  int reached = limit.get();
  size_t count = primes.size();
  worker.join();
  return reached == 1000 && count <= 168 ? 0 : 1;
}
