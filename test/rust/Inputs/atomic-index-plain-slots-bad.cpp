// An atomic index leads to slots that any thread may look at and set.
#include "rust.h"
#include <array>
#include <atomic>
#include <cstdio>
#include <thread>

class Ring {
public:
  void put(int value) const {
    auto index = next.fetch_add(1, std::memory_order_relaxed) % 4;
    slots[index].set(value); // ERROR-ALSO
  }

  int first() const { return slots[0].get(); } // ERROR-ALSO

private:
  mutable std::atomic<std::size_t> next = 0;
  std::array<rust::Cell<int>, 4> slots;
};

int main() {
  const Ring ring;
  {
    std::jthread worker([&] { ring.put(1); }); // ERROR
    std::printf("%d\n", ring.first());
  }
}
