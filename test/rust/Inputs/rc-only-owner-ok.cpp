// A value with one owner moves to a thread.
#include <cstdio>
#include <memory>
#include <thread>
#include <utility>

int main() {
  auto number = std::make_unique<int>(5);
  std::thread worker(
      [number = std::move(number)] { std::printf("%d\n", *number); });
  worker.join();
}
