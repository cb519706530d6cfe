// A thread takes along what the function was given.
#include <cstdio>
#include <numeric>
#include <thread>
#include <utility>
#include <vector>

static std::thread printSum(std::vector<int> list) {
  return std::thread([list = std::move(list)] {
    std::printf("%d\n", std::accumulate(list.begin(), list.end(), 0));
  });
}

static std::thread start() {
  std::vector<int> list{1, 2, 3};
  return printSum(std::move(list));
}

int main() {
  std::thread worker = start();
  worker.join();
}
