// Two owners of one vector use it under its lock, and one changes it.
#include "rust.h"
#include <cstdio>
#include <thread>
#include <vector>

int main() {
  auto list =
      std::make_shared<rust::Mutex<std::vector<int>>>(std::vector<int>{1});
  auto other = list;
  std::thread worker(
      [other = std::move(other)] { other->lock()->push_back(2); });
  std::printf("%zu\n", list->lock()->size());
  worker.join();
}
