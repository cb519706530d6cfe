// A Mutex guards the place of an Rc, but not the count that copies of it share.
#include "rust.h"
#include <cstdio>
#include <thread>

int main() {
  auto slot = std::make_shared<rust::Mutex<rust::Rc<int>>>(rust::Rc<int>(1));
  auto other = slot;
  std::thread worker([other = std::move(other)] { // ERROR
    auto mine = *other->lock();
    std::printf("%d\n", *mine);
  });
  auto mine = *slot->lock();
  std::printf("%d\n", *mine);
  worker.join();
}
