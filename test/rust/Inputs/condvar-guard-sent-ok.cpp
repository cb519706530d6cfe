// A thread waits on a condition with a guard of its own.
#include "rust.h"
#include <condition_variable>
#include <cstdio>
#include <thread>

int main() {
  rust::Mutex<bool> open(false);
  std::condition_variable changed;
  {
    std::jthread worker([&] {
      auto guard = open.lock();
      changed.wait(guard.native(), [&] { return *guard; });
      std::printf("%d\n", *guard);
    });
    *open.lock() = true;
    changed.notify_all();
  }
}
