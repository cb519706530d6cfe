// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The program defines functions in a namespace that a model knows; the private helper is
// only called under the lock.
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
  std::lock_guard<std::mutex> lock(mu);
  names.clear();
}

void Registry::put(const std::string &name) { names[name] = 1; }

} // namespace spdlog
