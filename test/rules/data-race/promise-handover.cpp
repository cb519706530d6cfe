// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Another promise is kept.
#include <future>
#include <thread>
static int reply;
int main() {
  std::promise<void> sent, other;
  std::future<void> got = sent.get_future();
  std::thread server([&] {
    reply = 7;
    other.set_value();
  });
  got.wait();
  int seen = reply;
  server.join();
  return seen;
}

// CHECK: {{^}}{{.*}}promise-handover.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: data race on 'reply': written here while another thread may read it at {{.*}}promise-handover.cpp:[[#@LINE-5]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}promise-handover.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}promise-handover.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}promise-handover.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}promise-handover.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}promise-handover.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: guard 'reply' with a mutex, or make it atomic{{$}}
