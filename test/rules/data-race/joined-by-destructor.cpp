// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The destructor lets the thread go.
#include <thread>
static long bytes;
class Reader {
public:
  Reader() : thread([] { bytes += 512; }) {}
  ~Reader() {
    if (thread.joinable())
      thread.detach();
  }

private:
  std::thread thread;
};
int main() {
  { Reader r; }
  return ++bytes > 0;
}

// CHECK: {{^}}{{.*}}joined-by-destructor.cpp:[[#@LINE-14]]:{{[0-9]+}}: warning: data race on 'bytes': written here while another thread may read it at {{.*}}joined-by-destructor.cpp:[[#@LINE-3]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}joined-by-destructor.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}joined-by-destructor.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}joined-by-destructor.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}joined-by-destructor.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}joined-by-destructor.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: guard 'bytes' with a mutex, or make it atomic{{$}}
