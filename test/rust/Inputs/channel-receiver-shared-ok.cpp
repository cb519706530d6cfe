// Two threads receive from one Receiver, one at a time.
#include "rust.h"
#include <cstdio>
#include <thread>

int main() {
  auto ends = rust::channel<int>();
  auto tx = std::move(ends.first);
  rust::Mutex<rust::Receiver<int>> rx(std::move(ends.second));
  tx.send(1);
  tx.send(2);
  {
    std::jthread worker([&] { std::printf("%d\n", *rx.lock()->recv()); });
    std::printf("%d\n", *rx.lock()->recv());
  }
}
