// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Pointers in a structure that the thread gets a copy of.
#include <mutex>
#include <thread>
struct View {
  int *start;
  unsigned long length;
};
struct Job {
  View in;
  std::mutex *mu;
};
static void run(View view) { *view.start = 1; }
int main() {
  int passed = 0, captured = 0, nested = 0;
  std::mutex mu;
  View a{&passed, 1}, b{&captured, 1};
  Job job{{&nested, 1}, &mu};
  std::thread one(run, a);
  std::thread two([b] { *b.start = 2; });
  std::thread three([job] {
    std::lock_guard<std::mutex> guard(*job.mu);
    ++*job.in.start;
  });
  passed = 3;
  *b.start = 4;
  nested = 5;
  one.join();
  two.join();
  three.join();
}

// CHECK: {{^}}{{.*}}copied-pointers.cpp:[[#@LINE-8]]:{{[0-9]+}}: warning: data race on 'passed': written here while another thread may write it at {{.*}}copied-pointers.cpp:[[#@LINE-20]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}copied-pointers.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the main thread reaches the write{{$}}
// CHECK: {{^}}{{.*}}copied-pointers.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}copied-pointers.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}copied-pointers.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}copied-pointers.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: guard 'passed' with a mutex, or make it atomic{{$}}
// CHECK: {{^}}{{.*}}copied-pointers.cpp:[[#@LINE-13]]:{{[0-9]+}}: warning: data race on 'captured': written here while another thread may write it at {{.*}}copied-pointers.cpp:[[#@LINE-19]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}copied-pointers.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: the main thread reaches the write{{$}}
// CHECK: {{^}}{{.*}}copied-pointers.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}copied-pointers.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}copied-pointers.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}copied-pointers.cpp:[[#@LINE-29]]:{{[0-9]+}}: note: guard 'captured' with a mutex, or make it atomic{{$}}
// CHECK: {{^}}{{.*}}copied-pointers.cpp:[[#@LINE-18]]:{{[0-9]+}}: warning: data race on 'nested': written here while another thread may write it at {{.*}}copied-pointers.cpp:[[#@LINE-22]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}copied-pointers.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: the main thread reaches the write{{$}}
// CHECK: {{^}}{{.*}}copied-pointers.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}copied-pointers.cpp:[[#@LINE-27]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}copied-pointers.cpp:[[#@LINE-26]]:{{[0-9]+}}: note: the write holds 'Job::mu'{{$}}
// CHECK: {{^}}{{.*}}copied-pointers.cpp:[[#@LINE-35]]:{{[0-9]+}}: note: hold 'Job::mu' at every access (1 of 2 do), or make 'nested' atomic{{$}}
