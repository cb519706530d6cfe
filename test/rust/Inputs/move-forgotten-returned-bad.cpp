// A thread borrows a local of the function that returns its handle.
#include <cstdio>
#include <thread>
#include <vector>

static std::thread start() {
  std::vector<int> list{1, 2, 3};
  return std::thread([&] { std::printf("%zu\n", list.size()); }); // ERROR
}

int main() {
  std::thread worker = start();
  worker.join();
}
