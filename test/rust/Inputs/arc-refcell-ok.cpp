// A Mutex in a shared_ptr.
#include "rust.h"
#include <string>
#include <thread>

int main() {
  auto log = std::make_shared<rust::Mutex<std::string>>();
  auto other = log;
  std::thread worker(
      [other = std::move(other)] { other->lock()->push_back('a'); });
  log->lock()->push_back('b');
  worker.join();
}
