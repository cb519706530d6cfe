// A slot for one value is shared by two threads; nobody says that it may.
#include "rust.h"
#include <atomic>
#include <cstdio>
#include <optional>
#include <thread>

class Slot {
public:
  void put(int to) const {
    value.set(to);
    full.store(true, std::memory_order_release);
  }

  std::optional<int> get() const {
    if (!full.load(std::memory_order_acquire))
      return std::nullopt;
    return value.get();
  }

private:
  rust::Cell<int> value;
  mutable std::atomic<bool> full = false;
};

int main() {
  const Slot slot;
  {
    std::jthread worker([&] { slot.put(1); }); // ERROR
    std::printf("%d\n", slot.get().value_or(0));
  }
}
