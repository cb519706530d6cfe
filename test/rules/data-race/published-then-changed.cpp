// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// What is published by an atomic pointer is changed once more after that.
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
  settings.store(&loaded, std::memory_order_release);
  loaded.verbose = true;
  reader.join();
}

// CHECK: {{^}}{{.*}}published-then-changed.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: data race on 'loaded.verbose': written here while another thread may read it at {{.*}}published-then-changed.cpp:[[#@LINE-8]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}published-then-changed.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: the main thread reaches the write{{$}}
// CHECK: {{^}}{{.*}}published-then-changed.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}published-then-changed.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: the thread started here reaches the read{{$}}
// CHECK: {{^}}{{.*}}published-then-changed.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}published-then-changed.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: guard 'loaded.verbose' with a mutex, or make it atomic{{$}}
