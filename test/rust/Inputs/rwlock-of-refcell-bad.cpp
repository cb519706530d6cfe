// A cache in a RefCell is filled under a lock for readers.
#include "rust.h"
#include <cstdio>
#include <thread>
#include <vector>

int main() {
  using Cache = rust::RefCell<std::vector<int>>;
  auto cache =
      std::make_shared<rust::RwLock<Cache>>(Cache(std::vector<int>{1}));
  auto other = cache;
  std::thread worker( // ERROR
      [other = std::move(other)] { other->read()->borrowMut()->push_back(2); });
  std::printf("%zu\n", cache->read()->borrow()->size()); // ERROR-ALSO
  worker.join();
}
