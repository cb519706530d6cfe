// A thread and its starter share an atomic.
#include <atomic>
#include <cstdio>
#include <thread>

int main() {
  std::atomic<int> count(0);
  {
    std::jthread worker([&] { count.fetch_add(1); });
    count.fetch_add(1);
  }
  std::printf("%d\n", count.load());
}
