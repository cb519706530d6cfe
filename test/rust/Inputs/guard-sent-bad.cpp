// A guard moves to a thread, which unlocks what it did not lock.
#include "rust.h"
#include <thread>

int main() {
  rust::Mutex<int> total(0);
  {
    auto guard = total.lock();
    std::jthread worker([guard = std::move(guard)] { *guard += 1; }); // ERROR
  }
}
