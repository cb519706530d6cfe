// Futures on two executor threads share a Mutex.
#include "rust.h"
#include <thread>
#include <vector>

template <class F> static std::thread start(F future) {
  auto task = std::make_unique<F>(std::move(future));
  return std::thread([task = std::move(task)] {
    while (!task->poll()) {
    }
  });
}

struct Add {
  bool poll() {
    *total->lock() += 1;
    return true;
  }
  std::shared_ptr<rust::Mutex<int>> total;
};

int main() {
  auto total = std::make_shared<rust::Mutex<int>>(0);
  std::vector<std::thread> workers;
  for (int i = 0; i < 2; ++i)
    workers.push_back(start(Add{total}));
  for (auto &worker : workers)
    worker.join();
}
