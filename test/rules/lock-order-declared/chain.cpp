// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Two declarations make the order; the names are looked up as the compiler does.
#include <mutex>
struct __attribute__((capability("mutex"))) Mutex {
  void lock() { impl.lock(); }
  void unlock() { impl.unlock(); }
  std::mutex impl;
};
namespace app {
Mutex outer;
Mutex middle __attribute__((acquired_after(outer)));
} // namespace app
struct Pool {
  Mutex inner;
};
Pool pool;
Mutex late __attribute__((acquired_after(pool.inner)));
Mutex between __attribute__((acquired_after(app::middle), acquired_before(pool.inner)));
void f() {
  std::lock_guard<Mutex> a(late);
  std::lock_guard<Mutex> b(app::outer);
}
// CHECK: {{^}}{{.*}}chain.cpp:[[#@LINE-2]]:26: warning: 'app::outer' is locked while 'late' is held, but is declared to be locked first [fearless-lock-order-declared]{{$}}
// CHECK: {{^}}{{.*}}chain.cpp:[[#@LINE-4]]:26: note: 'f' locks 'late' here ...{{$}}
// CHECK: {{^}}{{.*}}chain.cpp:[[#@LINE-4]]:26: note: ... and, still holding it, locks 'app::outer' here{{$}}
// CHECK: {{^}}{{.*}}chain.cpp:[[#@LINE-15]]:7: note: 'app::outer' is declared to be locked before 'app::middle' here{{$}}
// CHECK: {{^}}{{.*}}chain.cpp:[[#@LINE-9]]:7: note: 'app::middle' is declared to be locked before 'between' here{{$}}
// CHECK: {{^}}{{.*}}chain.cpp:[[#@LINE-10]]:7: note: 'between' is declared to be locked before 'Pool::inner' here{{$}}
// CHECK: {{^}}{{.*}}chain.cpp:[[#@LINE-12]]:7: note: 'Pool::inner' is declared to be locked before 'late' here{{$}}
// CHECK: {{^}}{{.*}}chain.cpp:[[#@LINE-9]]:26: note: lock 'app::outer' before 'late', or release 'late' first{{$}}
