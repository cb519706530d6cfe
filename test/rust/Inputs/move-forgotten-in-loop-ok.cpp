// Every round of a loop starts a thread that copies a variable of the round.
#include <cstdio>
#include <thread>
#include <vector>

int main() {
  std::vector<std::thread> workers;
  for (int i = 0; i < 3; ++i) {
    int square = i * i;
    workers.emplace_back([square] { std::printf("%d\n", square); });
  }
  for (auto &worker : workers)
    worker.join();
}
