// A shared_ptr moves to a thread and is used here afterwards.
#include "rust.h"
#include <cstdio>
#include <thread>

int main() {
  auto total = std::make_shared<rust::Mutex<int>>(0);
  std::thread worker([total = std::move(total)] { *total->lock() += 1; });
  worker.join();
  std::printf("%d\n", *total->lock()); // ERROR
}
