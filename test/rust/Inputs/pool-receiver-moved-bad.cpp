// The first worker of a pool takes the Receiver, and the second wants it.
#include "rust.h"
#include <cstdio>
#include <thread>
#include <vector>

int main() {
  auto ends = rust::channel<int>();
  auto rx = std::move(ends.second);
  {
    auto tx = std::move(ends.first);
    tx.send(1);
    tx.send(2);
  }
  std::vector<std::thread> workers;
  for (int i = 0; i < 2; ++i)
    workers.emplace_back( // ERROR
        [rx = std::move(rx)]() mutable { std::printf("%d\n", *rx.recv()); });
  for (auto &worker : workers)
    worker.join();
}
