// RUN: not %fearless check --strict %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Nothing ties the lock to the number.
#include <mutex>
#include <thread>
static std::mutex Mu;
static int Number;
static void add() {
  std::lock_guard<std::mutex> Lock(Mu);
  ++Number;
}
int main() {
  std::thread Other(add);
  add();
  Other.join();
}

// CHECK: {{^}}{{.*}}strict-beside.cpp:[[#@LINE-8]]:{{[0-9]+}}: warning: 'Number' is shared by threads that write it, and nothing but 'Mu', a lock beside it, makes that safe [fearless-not-sync]{{$}}
// CHECK: {{^}}{{.*}}strict-beside.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the main thread reaches the write through 'main' -> 'add'{{$}}
// CHECK: {{^}}{{.*}}strict-beside.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the write holds 'Mu'{{$}}
// CHECK: {{^}}{{.*}}strict-beside.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}strict-beside.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the write holds 'Mu'{{$}}
// CHECK: {{^}}{{.*}}strict-beside.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: put 'Number' and 'Mu' into one class that gives the data only to who holds the lock{{$}}
