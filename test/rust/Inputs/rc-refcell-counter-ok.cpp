// Two owners of one shared Mutex count up on two threads.
#include "rust.h"
#include <cstdio>
#include <thread>

int main() {
  auto count = std::make_shared<rust::Mutex<int>>(0);
  auto other = count;
  std::thread worker([other = std::move(other)] { *other->lock() += 1; });
  *count->lock() += 1;
  worker.join();
  std::printf("%d\n", *count->lock());
}
