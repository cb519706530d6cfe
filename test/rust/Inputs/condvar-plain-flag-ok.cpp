// The flag that a condition is about is under the mutex.
#include "rust.h"
#include <condition_variable>
#include <mutex>
#include <thread>

class Gate {
public:
  void open() const {
    *isOpen.lock() = true;
    changed.notify_all();
  }

  void wait() const {
    auto guard = isOpen.lock();
    while (!*guard)
      changed.wait(guard.native());
  }

private:
  mutable rust::Mutex<bool> isOpen;
  mutable std::condition_variable changed;
};

int main() {
  const Gate gate;
  {
    std::jthread worker([&] { gate.open(); });
    gate.wait();
  }
}
