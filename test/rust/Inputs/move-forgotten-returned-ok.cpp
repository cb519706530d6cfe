// A thread takes along a local of the function that returns its handle.
#include <cstdio>
#include <thread>
#include <utility>
#include <vector>

static std::thread start() {
  std::vector<int> list{1, 2, 3};
  return std::thread(
      [list = std::move(list)] { std::printf("%zu\n", list.size()); });
}

int main() {
  std::thread worker = start();
  worker.join();
}
