// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The variable is used before the lock is taken.
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
  int v = settings().v;
  std::lock_guard<std::mutex> g(config_mu);
  version += v;
}
int main() {
  std::thread a(reload);
  std::thread b([] { return settings().v; });
  a.join();
  b.join();
}

// CHECK: 0 findings
