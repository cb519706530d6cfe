// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The one object of a class is everybody's.
#include <map>
#include <mutex>
#include <thread>
class Registry {
public:
  static Registry &instance() {
    static Registry r;
    return r;
  }
  void set(int key, int value) { values_[key] = value; }

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

// CHECK: {{^}}{{.*}}singleton.cpp:[[#@LINE-13]]:{{[0-9]+}}: warning: data race on 'Registry::instance::r.values_': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}singleton.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here reaches the write through a lambda in 'main' -> 'Registry::set'{{$}}
// CHECK: {{^}}{{.*}}singleton.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}singleton.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write through a lambda in 'main' -> 'Registry::set'{{$}}
// CHECK: {{^}}{{.*}}singleton.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}singleton.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: guard 'Registry::instance::r.values_' with a mutex{{$}}
