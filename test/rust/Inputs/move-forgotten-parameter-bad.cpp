// A thread borrows a parameter of the function that returns its handle.
#include <cstdio>
#include <thread>

static std::thread countTo(int limit) {
  return std::thread([&] { // ERROR
    for (int i = 0; i < limit; ++i)
      std::printf("%d\n", i);
  });
}

int main() {
  std::thread worker = countTo(3);
  worker.join();
}
