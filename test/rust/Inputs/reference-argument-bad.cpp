// A thread keeps the reference that the function was given.
#include <cstdio>
#include <numeric>
#include <thread>
#include <vector>

static std::thread printSum(const std::vector<int> &list) {
  return std::thread([&list] { // ERROR
    std::printf("%d\n", std::accumulate(list.begin(), list.end(), 0));
  });
}

static std::thread start() {
  std::vector<int> list{1, 2, 3};
  return printSum(list); // ERROR-ALSO
}

int main() {
  std::thread worker = start();
  worker.join();
}
