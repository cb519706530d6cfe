// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A constructor starts a thread and goes on with the object.
#include <thread>
class Pump {
public:
  Pump() {

    thread_ = std::thread([this] { run(); });
    rate_ = 8;
  }
  ~Pump() { thread_.join(); }
  int rate() const { return rate_; }

private:
  void run() {
    for (int i = 0; i < rate_; ++i)
      moved_ += i;
  }
  int rate_ = 0, moved_ = 0;
  std::thread thread_;
};
int main() {
  Pump pump;
  return pump.rate();
}

// CHECK: {{^}}{{.*}}started-in-constructor.cpp:[[#@LINE-18]]:{{[0-9]+}}: warning: data race on 'Pump::rate_': written here while another thread may read it at {{.*}}started-in-constructor.cpp:[[#@LINE-11]]:25 [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}started-in-constructor.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: the main thread reaches the write through 'main' -> 'Pump::Pump'{{$}}
// CHECK: {{^}}{{.*}}started-in-constructor.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}started-in-constructor.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: the thread started here reaches the read through a lambda in 'Pump::Pump' -> 'Pump::run'{{$}}
// CHECK: {{^}}{{.*}}started-in-constructor.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}started-in-constructor.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: guard 'Pump::rate_' with a mutex, or make it atomic{{$}}
