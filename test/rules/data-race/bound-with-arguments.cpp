// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A member function that is bound to its object and to an argument, and gets
// the other from the thread.
#include <functional>
#include <thread>

class Meter {
public:
  void feed(int amount, int times) {
    for (int i = 0; i < times; ++i)
      sum += amount;
  }
  long total() const { return sum; }

private:
  long sum = 0;
};

int main() {
  using namespace std::placeholders;
  Meter power;
  std::function<void(int)> feed = std::bind(&Meter::feed, &power, 3, _1);
  std::thread feeder(feed, 200);
  long seen = power.total();
  feeder.join();
  return seen > 600;
}

// CHECK: {{^}}{{.*}}bound-with-arguments.cpp:[[#@LINE-18]]:{{[0-9]+}}: warning: data race on 'Meter::sum': written here while another thread may read it at {{.*}}bound-with-arguments.cpp:[[#@LINE-16]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}bound-with-arguments.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}bound-with-arguments.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}bound-with-arguments.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: the main thread reaches the read through 'main' -> 'Meter::total'{{$}}
// CHECK: {{^}}{{.*}}bound-with-arguments.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}bound-with-arguments.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: guard 'Meter::sum' with a mutex, or make it atomic{{$}}
