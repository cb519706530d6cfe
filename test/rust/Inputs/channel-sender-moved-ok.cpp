// A copy of a Sender moves to a thread, and the original is used here.
#include "rust.h"
#include <cstdio>
#include <thread>

int main() {
  auto ends = rust::channel<int>();
  auto tx = std::move(ends.first);
  auto rx = std::move(ends.second);
  auto other = tx;
  std::thread worker([other = std::move(other)] { other.send(1); });
  tx.send(2);
  worker.join();
  int first = *rx.recv();
  std::printf("%d %d\n", first, *rx.recv());
}
