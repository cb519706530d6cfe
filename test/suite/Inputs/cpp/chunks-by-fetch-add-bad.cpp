// Chunks are claimed atomically but have one element more than the counter
// advances.
#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

static std::vector<int> pixels(1000, 10);
static std::atomic<size_t> next{0};
static constexpr size_t Chunk = 16;

static void brighten() {
  for (;;) {
    size_t from = next.fetch_add(Chunk, std::memory_order_relaxed);
    if (from >= pixels.size())
      return;
    size_t to = std::min(from + Chunk + 1, pixels.size());
    for (size_t i = from; i < to; ++i)
      pixels[i] += 5; // RACE
  }
}

int main() {
  std::thread team[3];
  for (std::thread &t : team)
    t = std::thread(brighten);
  for (std::thread &t : team)
    t.join();
  return pixels[0] == 15 ? 0 : 1;
}
