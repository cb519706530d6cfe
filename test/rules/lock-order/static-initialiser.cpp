// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Whoever comes first initialises and takes the lock; another holds it and waits.
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
int main() {
  std::thread a(reload);
  std::thread b([] { return settings().v; });
  a.join();
  b.join();
}

// CHECK: {{^}}{{.*}}static-initialiser.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: 'config_mu' is held while waiting for the initialisation of 'settings::s', which locks it: this can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}static-initialiser.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: 'reload' locks 'config_mu' here ...{{$}}
// CHECK: {{^}}{{.*}}static-initialiser.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: ... and, still holding it, calls 'settings' ...{{$}}
// CHECK: {{^}}{{.*}}static-initialiser.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: ... which waits for the initialisation of 'settings::s' here{{$}}
// CHECK: {{^}}{{.*}}static-initialiser.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: 'settings' initialises 'settings::s' here, and others wait ...{{$}}
// CHECK: {{^}}{{.*}}static-initialiser.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: ... and, still holding it, calls 'Settings::Settings' ...{{$}}
// CHECK: {{^}}{{.*}}static-initialiser.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: ... which locks 'config_mu' here{{$}}
// CHECK: {{^}}{{.*}}static-initialiser.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}static-initialiser.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}static-initialiser.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: call 'settings' before 'config_mu' is locked{{$}}
