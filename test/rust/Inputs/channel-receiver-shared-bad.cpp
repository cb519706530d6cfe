// Two threads receive from one Receiver at once.
#include "rust.h"
#include <cstdio>
#include <thread>

int main() {
  auto ends = rust::channel<int>();
  auto tx = std::move(ends.first);
  auto rx = std::move(ends.second);
  tx.send(1);
  tx.send(2);
  {
    std::jthread worker([&] { std::printf("%d\n", *rx.recv()); }); // ERROR
    std::printf("%d\n", *rx.recv()); // ERROR-ALSO
  }
}
