// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// It is not.
#include <future>
#include <thread>
static int reply;
int main() {
  std::packaged_task<void()> task([] { reply = 7; });
  std::future<void> done = task.get_future();
  std::thread server(std::move(task));
  done.valid();
  int seen = reply;
  server.join();
  return seen;
}

// CHECK: {{^}}{{.*}}task-handover.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: data race on 'reply': written here while another thread may read it at {{.*}}task-handover.cpp:[[#@LINE-5]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}task-handover.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}task-handover.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}task-handover.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}task-handover.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}task-handover.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: guard 'reply' with a mutex, or make it atomic{{$}}
