// The only Rc moves to a thread: no type may count without atomics there.
#include "rust.h"
#include <cstdio>
#include <thread>

int main() {
  rust::Rc<int> number(5);
  std::thread worker( // ERROR
      [number = std::move(number)] { std::printf("%d\n", *number); });
  worker.join();
}
