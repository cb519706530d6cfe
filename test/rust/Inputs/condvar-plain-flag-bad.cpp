// The flag that a condition is about is a Cell beside the mutex.
#include "rust.h"
#include <condition_variable>
#include <mutex>
#include <thread>

class Gate {
public:
  void open() const {
    isOpen.set(true); // ERROR-ALSO
    changed.notify_all();
  }

  void wait() const {
    std::unique_lock<std::mutex> lock(mutex);
    while (!isOpen.get())
      changed.wait(lock);
  }

private:
  rust::Cell<bool> isOpen;
  mutable std::mutex mutex;
  mutable std::condition_variable changed;
};

int main() {
  const Gate gate;
  {
    std::jthread worker([&] { gate.open(); }); // ERROR
    gate.wait(); // ERROR-ALSO
  }
}
