// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The program defines functions in a namespace that a model knows, of which clear() forgets
// the lock.
#include <map>
#include <mutex>
#include <string>

namespace spdlog {

class Registry {
public:
  void add(const std::string &name);
  bool has(const std::string &name);
  void remove(const std::string &name);
  void clear();

private:
  void put(const std::string &name);
  std::mutex mu;
  std::map<std::string, int> names;
};

void Registry::add(const std::string &name) {
  std::lock_guard<std::mutex> lock(mu);
  put(name);
}

bool Registry::has(const std::string &name) {
  std::lock_guard<std::mutex> lock(mu);
  return names.count(name) != 0;
}

void Registry::remove(const std::string &name) {
  std::lock_guard<std::mutex> lock(mu);
  names.erase(name);
}

void Registry::clear() {
  names.clear();
}

void Registry::put(const std::string &name) { names[name] = 1; }

} // namespace spdlog

// CHECK: {{^}}{{.*}}modelled-namespace.cpp:[[#@LINE-7]]:{{[0-9]+}}: warning: 'spdlog::Registry::names' is written here without 'spdlog::Registry::mu', which is held for it elsewhere [fearless-inconsistent-guard]{{$}}
// CHECK: {{^}}{{.*}}modelled-namespace.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: 'spdlog::Registry::remove' writes it here, with the lock (as at 4 of 5 accesses){{$}}
// CHECK: {{^}}{{.*}}modelled-namespace.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: 'spdlog::Registry::clear' may run in another thread at the same time{{$}}
// CHECK: {{^}}{{.*}}modelled-namespace.cpp:[[#@LINE-29]]:{{[0-9]+}}: note: hold 'spdlog::Registry::mu' at every access{{$}}
