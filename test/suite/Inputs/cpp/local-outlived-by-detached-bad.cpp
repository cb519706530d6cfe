// A detached thread goes on using the caller's local after the caller has
// returned.
#include <atomic>
#include <memory>
#include <thread>

static std::atomic<int> finished{0};

struct Progress {
  int percent = 0;
};

static void start() {
  Progress progress; // RACE
  std::thread([&progress] {
    for (int i = 0; i < 100; ++i)
      ++progress.percent; // RACE
    finished = 1;
  }).detach(); // RACE
} // RACE

int main() {
  start();
  int scratch[64];
  for (int i = 0; i < 64; ++i)
    scratch[i] = i;
  while (!finished)
    std::this_thread::yield();
  return scratch[0];
}
