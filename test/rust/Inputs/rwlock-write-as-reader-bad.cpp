// A thread writes under a lock for readers.
#include <cstdio>
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
      std::shared_lock<std::shared_mutex> guard(shared.mutex);
      shared.number += 1; // ERROR
    });
    std::shared_lock<std::shared_mutex> guard(shared.mutex);
    std::printf("%d\n", shared.number);
  }
}
