// A thread takes a local along.
#include <cstdio>
#include <thread>
#include <utility>
#include <vector>

int main() {
  std::vector<int> list{1, 2, 3};
  std::thread worker(
      [list = std::move(list)] { std::printf("%zu\n", list.size()); });
  worker.join();
}
