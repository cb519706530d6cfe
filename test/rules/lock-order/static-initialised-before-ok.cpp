// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Initialised before any thread starts.
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
  settings();
  start();
}

// CHECK: 0 findings
