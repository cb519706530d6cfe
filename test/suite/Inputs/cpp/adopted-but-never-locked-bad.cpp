// The guard adopts a lock that nobody took.
#include <mutex>
#include <thread>

static std::mutex lock;
static unsigned long long checksum = 1;

static void mix(unsigned value) {
  std::lock_guard<std::mutex> hold(lock, std::adopt_lock); // RACE
  checksum = checksum * 31 + value;                        // RACE
}

int main() {
  std::thread a([] {
    for (unsigned i = 0; i < 200; ++i)
      mix(i);
  });
  for (unsigned i = 0; i < 200; ++i)
    mix(i);
  a.join();
  return checksum ? 0 : 1;
}
