// A thread waits on a condition with a guard from another thread.
#include "rust.h"
#include <condition_variable>
#include <cstdio>
#include <thread>

int main() {
  rust::Mutex<bool> open(false);
  std::condition_variable changed;
  {
    auto guard = open.lock();
    std::jthread worker( // ERROR
        [&changed, guard = std::move(guard)]() mutable {
          changed.wait(guard.native(), [&] { return *guard; });
          std::printf("%d\n", *guard);
        });
    *open.lock() = true;
    changed.notify_all();
  }
}
