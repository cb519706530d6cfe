// The first round of a loop moves the only shared_ptr to its thread.
#include "rust.h"
#include <thread>
#include <vector>

int main() {
  auto total = std::make_shared<rust::Mutex<int>>(0);
  std::vector<std::thread> workers;
  for (int i = 0; i < 3; ++i)
    workers.emplace_back( // ERROR
        [total = std::move(total)] { *total->lock() += 1; });
  for (auto &worker : workers)
    worker.join();
}
