// The workers of a pool share the Receiver.
#include "rust.h"
#include <cstdio>
#include <thread>
#include <vector>

int main() {
  auto ends = rust::channel<int>();
  auto rx = std::make_shared<rust::Mutex<rust::Receiver<int>>>(
      std::move(ends.second));
  {
    auto tx = std::move(ends.first);
    tx.send(1);
    tx.send(2);
  }
  std::vector<std::thread> workers;
  for (int i = 0; i < 2; ++i)
    workers.emplace_back([rx] { std::printf("%d\n", *rx->lock()->recv()); });
  for (auto &worker : workers)
    worker.join();
}
