// Workers share a Receiver with no lock.
#include "rust.h"
#include <cstdio>
#include <thread>
#include <vector>

int main() {
  auto ends = rust::channel<int>();
  auto rx = std::make_shared<rust::Receiver<int>>(std::move(ends.second));
  std::vector<std::thread> workers;
  for (int i = 0; i < 2; ++i) {
    workers.emplace_back([rx] { // ERROR
      while (auto number = rx->recv()) // ERROR-ALSO
        std::printf("%d\n", *number);
    });
  }
  {
    auto tx = std::move(ends.first);
    tx.send(1);
  }
  for (auto &worker : workers)
    worker.join();
}
