// A copy of a shared_ptr moves to a thread, and the original is used here.
#include "rust.h"
#include <cstdio>
#include <thread>

int main() {
  auto total = std::make_shared<rust::Mutex<int>>(0);
  auto other = total;
  std::thread worker([other = std::move(other)] { *other->lock() += 1; });
  worker.join();
  std::printf("%d\n", *total->lock());
}
