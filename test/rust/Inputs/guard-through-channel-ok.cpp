// A number goes through a channel, and is added under a lock there.
#include "rust.h"
#include <thread>

static rust::Mutex<int> total(0);

int main() {
  auto [tx, rx] = rust::channel<int>();
  std::thread adder([rx = std::move(rx)]() mutable {
    while (auto number = rx.recv())
      *total.lock() += *number;
  });
  {
    auto sender = std::move(tx);
    sender.send(1);
  }
  adder.join();
}
