// Workers leave their results in a Mutex.
#include "rust.h"
#include <thread>
#include <vector>

int main() {
  auto ends = rust::channel<int>();
  auto rx = std::make_shared<rust::Mutex<rust::Receiver<int>>>(
      std::move(ends.second));
  auto results = std::make_shared<rust::Mutex<std::vector<int>>>();
  std::vector<std::thread> workers;
  for (int i = 0; i < 2; ++i) {
    workers.emplace_back([rx, results] {
      while (auto number = rx->lock()->recv())
        results->lock()->push_back(*number * *number);
    });
  }
  {
    auto tx = std::move(ends.first);
    tx.send(1);
    tx.send(2);
  }
  for (auto &worker : workers)
    worker.join();
}
