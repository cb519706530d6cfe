// A Sender moves to a thread and is used here afterwards.
#include "rust.h"
#include <cstdio>
#include <thread>

int main() {
  auto ends = rust::channel<int>();
  auto tx = std::move(ends.first);
  auto rx = std::move(ends.second);
  std::thread worker([tx = std::move(tx)] { tx.send(1); });
  tx.send(2); // ERROR
  worker.join();
  int first = *rx.recv();
  std::printf("%d %d\n", first, *rx.recv());
}
