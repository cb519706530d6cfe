// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// What is published by an atomic pointer is complete by then.
#include <atomic>
#include <thread>
struct Settings {
  int limit = 0;
  bool verbose = false;
};
static Settings loaded;
static std::atomic<const Settings *> settings{nullptr};
int main() {
  std::thread reader([] {
    const Settings *s;
    while (!(s = settings.load(std::memory_order_acquire)))
      std::this_thread::yield();
    return s->verbose ? s->limit : 0;
  });
  loaded.limit = 7;
  loaded.verbose = true;
  settings.store(&loaded, std::memory_order_release);
  reader.join();
}
