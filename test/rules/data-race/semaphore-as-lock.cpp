// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A semaphore with two permits lets in two threads at a time.
#include <semaphore>
#include <thread>
#include <vector>
static std::counting_semaphore<2> permits(2);
static std::vector<int> log;
static void append(int entry) {
  permits.acquire();
  log.push_back(entry);
  permits.release();
}
int main() {
  std::vector<std::thread> writers;
  for (int i = 0; i < 4; ++i)
    writers.emplace_back(append, i);
  for (std::thread &writer : writers)
    writer.join();
  return log.size() != 4;
}

// CHECK: {{^}}{{.*}}semaphore-as-lock.cpp:[[#@LINE-12]]:{{[0-9]+}}: warning: data race on 'log': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}semaphore-as-lock.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}semaphore-as-lock.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}semaphore-as-lock.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: guard 'log' with a mutex{{$}}
