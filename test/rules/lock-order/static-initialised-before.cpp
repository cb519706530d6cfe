// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Nobody knows which thread initialises.
#include <mutex>
#include <thread>
std::mutex config_mu;
int version = 3;
struct Settings {
  int v;
  Settings() { std::lock_guard<std::mutex> g(config_mu); v = version; }
};
Settings &settings() {
  static Settings s;
  return s;
}
void reload() {
  std::lock_guard<std::mutex> g(config_mu);
  version += settings().v;
}
void start() {
  std::thread a(reload);
  std::thread b([] { return settings().v; });
  a.join();
  b.join();
}
int main() {
  start();
}

// CHECK: {{^}}{{.*}}static-initialised-before.cpp:[[#@LINE-12]]:{{[0-9]+}}: warning: 'config_mu' is held while waiting for the initialisation of 'settings::s', which locks it: this can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}static-initialised-before.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: 'reload' locks 'config_mu' here ...{{$}}
// CHECK: {{^}}{{.*}}static-initialised-before.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: ... and, still holding it, calls 'settings' ...{{$}}
// CHECK: {{^}}{{.*}}static-initialised-before.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: ... which waits for the initialisation of 'settings::s' here{{$}}
// CHECK: {{^}}{{.*}}static-initialised-before.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: 'settings' initialises 'settings::s' here, and others wait ...{{$}}
// CHECK: {{^}}{{.*}}static-initialised-before.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: ... and, still holding it, calls 'Settings::Settings' ...{{$}}
// CHECK: {{^}}{{.*}}static-initialised-before.cpp:[[#@LINE-26]]:{{[0-9]+}}: note: ... which locks 'config_mu' here{{$}}
// CHECK: {{^}}{{.*}}static-initialised-before.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}static-initialised-before.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}static-initialised-before.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: call 'settings' before 'config_mu' is locked{{$}}
