// A cache is filled under a lock for writers.
#include "rust.h"
#include <cstdio>
#include <thread>
#include <vector>

int main() {
  using Cache = std::vector<int>;
  auto cache =
      std::make_shared<rust::RwLock<Cache>>(Cache(std::vector<int>{1}));
  auto other = cache;
  std::thread worker(
      [other = std::move(other)] { other->write()->push_back(2); });
  std::printf("%zu\n", cache->read()->size());
  worker.join();
}
