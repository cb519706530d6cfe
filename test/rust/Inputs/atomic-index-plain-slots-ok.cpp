// An atomic index leads to atomic slots.
#include <array>
#include <atomic>
#include <cstdio>
#include <thread>

class Ring {
public:
  void put(int value) const {
    auto index = next.fetch_add(1, std::memory_order_relaxed) % 4;
    slots[index].store(value, std::memory_order_relaxed);
  }

  int first() const { return slots[0].load(std::memory_order_relaxed); }

private:
  mutable std::atomic<std::size_t> next = 0;
  mutable std::array<std::atomic<int>, 4> slots{};
};

int main() {
  const Ring ring;
  {
    std::jthread worker([&] { ring.put(1); });
    std::printf("%d\n", ring.first());
  }
}
