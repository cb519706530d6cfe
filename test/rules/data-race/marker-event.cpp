// RUN: not %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Nobody waits for the event.
#include <fearless/annotations.h>
#include <thread>
class Event {
public:
  FEARLESS_NOTIFIES void set();
  FEARLESS_WAITS void wait();
};
static Event Ready;
static int Data;
int main() {
  std::thread Reader([] { return Data; });
  Data = 1;
  Ready.set();
  Reader.join();
}

// CHECK: {{^}}{{.*}}marker-event.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: data race on 'Data': written here while another thread may read it at {{.*}}marker-event.cpp:[[#@LINE-6]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}marker-event.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the main thread reaches the write{{$}}
// CHECK: {{^}}{{.*}}marker-event.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}marker-event.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the read{{$}}
// CHECK: {{^}}{{.*}}marker-event.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}marker-event.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: guard 'Data' with a mutex, or make it atomic{{$}}
