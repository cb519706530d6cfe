// A thread locks for itself.
#include "rust.h"
#include <thread>

int main() {
  rust::Mutex<int> total(0);
  {
    std::jthread worker([&] {
      auto guard = total.lock();
      *guard += 1;
    });
  }
}
