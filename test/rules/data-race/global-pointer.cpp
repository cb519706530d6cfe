// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// What a global pointer leads to is shared.
#include <thread>
struct Config {
  int level = 0;
};
static Config *config;
static void reader(int &out) { out = config->level; }
int main() {
  config = new Config;

  int seen = 0;
  std::thread t([&] { reader(seen); });
  config->level = 3;
  t.join();
  return seen;
}

// CHECK: {{^}}{{.*}}global-pointer.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: data race on 'Config::level': written here while another thread may read it at {{.*}}global-pointer.cpp:[[#@LINE-11]]:46 [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}global-pointer.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the main thread reaches the write{{$}}
// CHECK: {{^}}{{.*}}global-pointer.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}global-pointer.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the read through a lambda in 'main' -> 'reader'{{$}}
// CHECK: {{^}}{{.*}}global-pointer.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}global-pointer.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: guard 'Config::level' with a mutex, or make it atomic{{$}}
