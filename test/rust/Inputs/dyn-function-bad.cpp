// A function of any kind goes to a thread; this one has an Rc in it.
#include "rust.h"
#include <cstdio>
#include <functional>
#include <thread>

int main() {
  rust::Rc<int> count(3);
  auto copy = count;
  std::function<void()> show = [copy = std::move(copy)] {
    std::printf("%d\n", *copy);
  };
  std::thread worker([show = std::move(show)] { show(); }); // ERROR
  auto again = count;
  std::printf("%d\n", *again);
  worker.join();
}
