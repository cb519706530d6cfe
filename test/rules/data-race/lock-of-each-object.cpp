// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Each thread takes the lock of another object than the one that it changes.
#include <mutex>
#include <thread>
static long total;
class Shop {
public:
  explicit Shop(std::mutex &shared) : shared_(shared) {}
  void sell(long price) {
    std::lock_guard<std::mutex> lock(own_);
    total += price;
  }

private:
  std::mutex own_;
  std::mutex &shared_;
};
int main() {
  std::mutex mu;
  Shop north(mu), south(mu);
  std::thread a([&] { north.sell(3); }), b([&] { south.sell(4); });
  a.join();
  b.join();
  return total;
}

// CHECK: {{^}}{{.*}}lock-of-each-object.cpp:[[#@LINE-16]]:{{[0-9]+}}: warning: data race on 'total': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}lock-of-each-object.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here reaches the write through a lambda in 'main' -> 'Shop::sell'{{$}}
// CHECK: {{^}}{{.*}}lock-of-each-object.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: the write holds 'Shop::own_'{{$}}
// CHECK: {{^}}{{.*}}lock-of-each-object.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write through a lambda in 'main' -> 'Shop::sell'{{$}}
// CHECK: {{^}}{{.*}}lock-of-each-object.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: the write holds 'Shop::own_'{{$}}
// CHECK: {{^}}{{.*}}lock-of-each-object.cpp:[[#@LINE-27]]:{{[0-9]+}}: note: hold 'Shop::own_' at every access (1 of 2 do), or make 'total' atomic{{$}}
