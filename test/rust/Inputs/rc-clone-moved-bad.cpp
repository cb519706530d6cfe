// A copy of an Rc moves to a thread while the original stays here.
#include "rust.h"
#include <cstdio>
#include <thread>

int main() {
  rust::Rc<int> here(5);
  rust::Rc<int> there = here;
  std::thread worker( // ERROR
      [there = std::move(there)] { std::printf("%d\n", *there); });
  std::printf("%d\n", *here);
  worker.join();
}
