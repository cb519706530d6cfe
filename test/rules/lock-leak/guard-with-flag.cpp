// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The guard forgets what it holds.
#include <pthread.h>
#include <thread>

class Hold {
public:
  explicit Hold(pthread_mutex_t &m) : mutex(m), held(false) { acquire(); }
  ~Hold() { held = false; }

private:
  void acquire() {
    pthread_mutex_lock(&mutex);
    held = true;
  }
  pthread_mutex_t &mutex;
  bool held;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int seats = 100;

static void reserve() {
  Hold hold(lock);
  --seats;
}

int main() {
  std::thread other(reserve);
  reserve();
  other.join();
  return seats;
}

// CHECK: {{^}}{{.*}}guard-with-flag.cpp:[[#@LINE-22]]:{{[0-9]+}}: warning: 'Hold::mutex' is locked here and still held when the program ends: nobody else can lock it again [fearless-lock-leak]{{$}}
// CHECK: {{^}}{{.*}}guard-with-flag.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: 'main' calls 'reserve' here{{$}}
// CHECK: {{^}}{{.*}}guard-with-flag.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: 'reserve' calls 'Hold::Hold' here{{$}}
// CHECK: {{^}}{{.*}}guard-with-flag.cpp:[[#@LINE-30]]:{{[0-9]+}}: note: 'Hold::Hold' calls 'Hold::acquire' here{{$}}
// CHECK: {{^}}{{.*}}guard-with-flag.cpp:[[#@LINE-26]]:{{[0-9]+}}: note: unlock 'Hold::mutex' before 'Hold::acquire' returns, or hold it with a std::lock_guard{{$}}
// CHECK: {{^}}{{.*}}guard-with-flag.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: 'lock' is held while joining a thread that locks it: this can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}guard-with-flag.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: 'main' calls 'reserve', which locks 'lock' ...{{$}}
// CHECK: {{^}}{{.*}}guard-with-flag.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: ... and, still holding it, waits for the thread started at {{.*}}guard-with-flag.cpp:{{[0-9]+}}, which needs 'lock'{{$}}
// CHECK: {{^}}{{.*}}guard-with-flag.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: that thread calls 'Hold::Hold' ...{{$}}
// CHECK: {{^}}{{.*}}guard-with-flag.cpp:[[#@LINE-36]]:{{[0-9]+}}: note: ... which calls 'Hold::acquire' ...{{$}}
// CHECK: {{^}}{{.*}}guard-with-flag.cpp:[[#@LINE-32]]:{{[0-9]+}}: note: ... which locks 'lock' here{{$}}
// CHECK: {{^}}{{.*}}guard-with-flag.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: this runs on the main thread{{$}}
// CHECK: {{^}}{{.*}}guard-with-flag.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: release 'lock' before waiting here{{$}}
