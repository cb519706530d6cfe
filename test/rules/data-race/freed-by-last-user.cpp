// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The object is deleted by the user that was started last, which may end first.
#include <mutex>
#include <thread>

struct Session {
  std::mutex mu;
  long bytes = 0;
};

static void leave(Session *s, bool last) {
  s->mu.lock();
  s->bytes++;
  s->mu.unlock();
  if (last)
    delete s;
}

int main() {
  Session *s = new Session;
  std::thread a([s] { leave(s, false); }), b([s] { leave(s, true); });
  a.join();
  b.join();
}

// CHECK: {{^}}{{.*}}freed-by-last-user.cpp:[[#@LINE-10]]:{{[0-9]+}}: warning: data race on 'Session::bytes': freed here while another thread may write it at {{.*}}freed-by-last-user.cpp:[[#@LINE-13]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}freed-by-last-user.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the thread started here reaches the free through a lambda in 'main' -> 'leave'{{$}}
// CHECK: {{^}}{{.*}}freed-by-last-user.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the free holds no lock{{$}}
// CHECK: {{^}}{{.*}}freed-by-last-user.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write through a lambda in 'main' -> 'leave'{{$}}
// CHECK: {{^}}{{.*}}freed-by-last-user.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: the write holds 'Session::mu'{{$}}
// CHECK: {{^}}{{.*}}freed-by-last-user.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: free it when no other thread can use it any more: join them first, or let the last user free it{{$}}
