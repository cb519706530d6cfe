// Two owners of one Rc<RefCell> count up on two threads.
#include "rust.h"
#include <cstdio>
#include <thread>

int main() {
  rust::Rc<rust::RefCell<int>> count(rust::RefCell<int>(0));
  auto other = count;
  std::thread worker( // ERROR
      [other = std::move(other)] { *other->borrowMut() += 1; });
  *count->borrowMut() += 1;
  worker.join();
  std::printf("%d\n", *count->borrow());
}
