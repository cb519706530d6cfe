// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The handle outlives the variable: it is returned, or kept in a member.
#include <future>
#include <string>
#include <thread>
void use(int &);
void log(std::string &);
std::thread returned() {
  int n = 0;
  return std::thread([&n] { use(n); });
}
std::future<void> task() {
  std::string s;
  return std::async(std::launch::async, [&s] { log(s); });
}
class Keeper {
public:
  ~Keeper() { t_.join(); }
  void start() {
    int n = 0;
    t_ = std::thread([&n] { use(n); });
  }

private:
  std::thread t_;
};
void run() {
  returned().join();
  task().wait();
  Keeper k;
  k.start();
}

// CHECK: {{^}}{{.*}}handle.cpp:[[#@LINE-24]]:{{[0-9]+}}: warning: the thread uses 'n' and may outlive it [fearless-borrow-outlives]{{$}}
// CHECK: {{^}}{{.*}}handle.cpp:[[#@LINE-25]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}handle.cpp:[[#@LINE-26]]:{{[0-9]+}}: note: 'n' dies here, and the thread may still be running{{$}}
// CHECK: {{^}}{{.*}}handle.cpp:[[#@LINE-27]]:{{[0-9]+}}: note: join the thread before, or give it a copy{{$}}
// CHECK: {{^}}{{.*}}handle.cpp:[[#@LINE-24]]:{{[0-9]+}}: warning: the thread uses 's' and may outlive it [fearless-borrow-outlives]{{$}}
// CHECK: {{^}}{{.*}}handle.cpp:[[#@LINE-25]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}handle.cpp:[[#@LINE-26]]:{{[0-9]+}}: note: 's' dies here, and the thread may still be running{{$}}
// CHECK: {{^}}{{.*}}handle.cpp:[[#@LINE-27]]:{{[0-9]+}}: note: join the thread before, or give it a copy{{$}}
// CHECK: {{^}}{{.*}}handle.cpp:[[#@LINE-21]]:{{[0-9]+}}: warning: the thread uses 'n' and may outlive it [fearless-borrow-outlives]{{$}}
// CHECK: {{^}}{{.*}}handle.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}handle.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: 'n' dies here, and the thread may still be running{{$}}
// CHECK: {{^}}{{.*}}handle.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: join the thread before, or give it a copy{{$}}
