// A thread borrows a local, and is joined before that dies.
#include <cstdio>
#include <thread>
#include <vector>

int main() {
  std::vector<int> list{1, 2, 3};
  std::thread worker([&] { std::printf("%zu\n", list.size()); }); // ERROR
  worker.join();
}
