// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Waits for the answer with the lock of whoever gives it.
#include <future>
#include <mutex>
#include <thread>

struct Rpc {
  std::mutex mu;
  int sent = 0;
  std::promise<int> reply;
};
int call(Rpc& r) {
  auto f = r.reply.get_future();
  std::lock_guard<std::mutex> g(r.mu);
  ++r.sent;
  return f.get();
}
void receive(Rpc& r) {
  int n;
  {
    std::lock_guard<std::mutex> g(r.mu);
    n = r.sent;
  }
  r.reply.set_value(n);
}
int main() {
  Rpc r;
  std::thread t([&r] { receive(r); });
  int v = call(r);
  t.join();
  return v;
}

// CHECK: {{^}}{{.*}}promise.cpp:[[#@LINE-18]]:{{[0-9]+}}: warning: 'Rpc::mu' is held while waiting for 'f', which is only notified after taking it: this can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}promise.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: 'call' locks 'Rpc::mu' here ...{{$}}
// CHECK: {{^}}{{.*}}promise.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: ... and, still holding it, waits for 'f' here{{$}}
// CHECK: {{^}}{{.*}}promise.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: a lambda in 'main' calls 'receive' ...{{$}}
// CHECK: {{^}}{{.*}}promise.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: ... which locks 'Rpc::mu' here ...{{$}}
// CHECK: {{^}}{{.*}}promise.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: ... before it notifies 'Rpc::reply' here{{$}}
// CHECK: {{^}}{{.*}}promise.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: this runs on the main thread{{$}}
// CHECK: {{^}}{{.*}}promise.cpp:[[#@LINE-25]]:{{[0-9]+}}: note: release 'Rpc::mu' before waiting here{{$}}
