// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Whoever comes first runs the function, which takes the lock; another holds it and waits.
#include <mutex>
#include <thread>
class Driver {
public:
  void open() {
    std::call_once(once_, [this] {
      std::lock_guard<std::mutex> g(mu_);
      handle_ = 1;
    });
  }
  void send() {
    std::lock_guard<std::mutex> g(mu_);
    open();
    handle_++;
  }
private:
  std::once_flag once_;
  std::mutex mu_;
  int handle_ = 0;
};
int main() {
  Driver d;
  std::thread a([&] { d.open(); });
  std::thread b([&] { d.send(); });
  a.join();
  b.join();
}

// CHECK: {{^}}{{.*}}once-in-member.cpp:[[#@LINE-16]]:{{[0-9]+}}: warning: 'Driver::mu_' is held while waiting for 'Driver::once_', whose function locks it: this can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}once-in-member.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: 'Driver::open' passes 'Driver::once_' here, and others wait ...{{$}}
// CHECK: {{^}}{{.*}}once-in-member.cpp:[[#@LINE-25]]:{{[0-9]+}}: note: ... and, still holding it, calls a lambda in 'Driver::open' ...{{$}}
// CHECK: {{^}}{{.*}}once-in-member.cpp:[[#@LINE-25]]:{{[0-9]+}}: note: ... which locks 'Driver::mu_' here{{$}}
// CHECK: {{^}}{{.*}}once-in-member.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: 'Driver::send' locks 'Driver::mu_' here ...{{$}}
// CHECK: {{^}}{{.*}}once-in-member.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: ... and, still holding it, calls 'Driver::open' ...{{$}}
// CHECK: {{^}}{{.*}}once-in-member.cpp:[[#@LINE-29]]:{{[0-9]+}}: note: ... which waits for 'Driver::once_' here{{$}}
// CHECK: {{^}}{{.*}}once-in-member.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}once-in-member.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}once-in-member.cpp:[[#@LINE-25]]:{{[0-9]+}}: note: call 'Driver::open' before 'Driver::mu_' is locked{{$}}
