// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The one object of a class guards what it has.
#include <map>
#include <mutex>
#include <thread>
class Registry {
public:
  static Registry &instance() {
    static Registry r;
    return r;
  }
  void set(int key, int value) {
    std::lock_guard<std::mutex> lock(mu_);
    values_[key] = value;
  }

private:
  std::mutex mu_;
  std::map<int, int> values_;
};
int main() {
  std::thread a([] { Registry::instance().set(1, 2); });
  std::thread b([] { Registry::instance().set(3, 4); });
  a.join();
  b.join();
}
