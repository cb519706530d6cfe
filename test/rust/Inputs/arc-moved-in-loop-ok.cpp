// Every round of a loop copies the shared_ptr for its thread.
#include "rust.h"
#include <thread>
#include <vector>

int main() {
  auto total = std::make_shared<rust::Mutex<int>>(0);
  std::vector<std::thread> workers;
  for (int i = 0; i < 3; ++i)
    workers.emplace_back([total = total] { *total->lock() += 1; });
  for (auto &worker : workers)
    worker.join();
}
