// A slot for one value is shared by two threads; its author says it may.
#include "fearless/annotations.h"
#include "rust.h"
#include <atomic>
#include <cstdio>
#include <optional>
#include <thread>

class FEARLESS_UNSAFE_SYNC(
    "one thread puts, and others look only after that") Slot {
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
    std::jthread worker([&] { slot.put(1); });
    std::printf("%d\n", slot.get().value_or(0));
  }
}
