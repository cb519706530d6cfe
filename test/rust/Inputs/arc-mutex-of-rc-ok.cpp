// A Mutex guards the place of a shared_ptr.
#include "rust.h"
#include <cstdio>
#include <thread>

int main() {
  auto slot = std::make_shared<rust::Mutex<std::shared_ptr<const int>>>(
      std::make_shared<const int>(1));
  auto other = slot;
  std::thread worker([other = std::move(other)] {
    auto mine = *other->lock();
    std::printf("%d\n", *mine);
  });
  auto mine = *slot->lock();
  std::printf("%d\n", *mine);
  worker.join();
}
