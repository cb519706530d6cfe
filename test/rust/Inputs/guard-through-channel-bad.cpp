// A guard goes to another thread through a channel.
#include "rust.h"
#include <thread>

static rust::Mutex<int> total(0);

int main() {
  auto [tx, rx] = rust::channel<rust::Mutex<int>::Guard>();
  std::thread adder([rx = std::move(rx)]() mutable { // ERROR
    while (auto guard = rx.recv())
      **guard += 1;
  });
  {
    auto sender = std::move(tx);
    sender.send(total.lock()); // ERROR-ALSO
  }
  adder.join();
}
