// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// It is not waited for.
#include <semaphore.h>
#include <thread>
static sem_t full;
static int frame;
int main() {
  sem_init(&full, 0, 0);
  std::thread camera([] {
    frame = 1;
    sem_post(&full);
  });
  sem_trywait(&full);
  int seen = frame;
  camera.join();
  return seen;
}

// CHECK: {{^}}{{.*}}semaphore-handover.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: data race on 'frame': written here while another thread may read it at {{.*}}semaphore-handover.cpp:[[#@LINE-5]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}semaphore-handover.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}semaphore-handover.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}semaphore-handover.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}semaphore-handover.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}semaphore-handover.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: guard 'frame' with a mutex, or make it atomic{{$}}
