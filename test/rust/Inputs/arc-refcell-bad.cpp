// A shared_ptr makes the count of a RefCell's owners safe, not the RefCell.
#include "rust.h"
#include <string>
#include <thread>

int main() {
  auto log = std::make_shared<rust::RefCell<std::string>>();
  auto other = log;
  std::thread worker( // ERROR
      [other = std::move(other)] { other->borrowMut()->push_back('a'); });
  log->borrowMut()->push_back('b');
  worker.join();
}
