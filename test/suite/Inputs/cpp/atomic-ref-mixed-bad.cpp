// One thread uses an atomic_ref, but the other reads the variable itself.
#include <atomic>
#include <thread>

struct Progress {
  alignas(std::atomic_ref<long>::required_alignment) long done = 0;
};

int main() {
  Progress progress;
  std::thread worker([&progress] {
    std::atomic_ref<long> done(progress.done);
    for (int i = 0; i < 500; ++i)
      done.fetch_add(1, std::memory_order_relaxed); // RACE
  });
  long last = 0;
  for (int i = 0; i < 100 && last < 500; ++i)
    last = progress.done; // RACE
  worker.join();
  // The references are gone: the plain value may be read.
  return progress.done == 500 ? 0 : 1;
}
