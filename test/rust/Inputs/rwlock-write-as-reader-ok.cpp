// A thread writes under a lock for writers.
#include <cstdio>
#include <mutex>
#include <shared_mutex>
#include <thread>

struct Shared {
  std::shared_mutex mutex;
  int number = 0;
};

int main() {
  Shared shared;
  {
    std::jthread worker([&] {
      std::unique_lock<std::shared_mutex> guard(shared.mutex);
      shared.number += 1;
    });
    std::shared_lock<std::shared_mutex> guard(shared.mutex);
    std::printf("%d\n", shared.number);
  }
}
