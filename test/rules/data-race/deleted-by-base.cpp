// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Deleted through a pointer to its base while a thread uses it.
#include <mutex>
#include <thread>

struct Store {
  virtual ~Store() = default;
  virtual void put(int) = 0;
  static bool open(Store **out);
};

struct InMemory : Store {
  void put(int v) override {
    std::lock_guard<std::mutex> hold(lock);
    sum += v;
  }
  std::mutex lock;
  long sum = 0;
};

bool Store::open(Store **out) {
  *out = new InMemory;
  return true;
}

int main() {
  Store *store = nullptr;
  if (!Store::open(&store))
    return 1;
  std::thread writer([store] { store->put(1); });
  delete store;
  writer.join();
}

// CHECK: {{^}}{{.*}}deleted-by-base.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: data race on 'InMemory::sum': freed here while another thread may write it at {{.*}}deleted-by-base.cpp:[[#@LINE-20]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}deleted-by-base.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: the main thread reaches the free{{$}}
// CHECK: {{^}}{{.*}}deleted-by-base.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the free holds no lock{{$}}
// CHECK: {{^}}{{.*}}deleted-by-base.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write through a lambda in 'main' -> 'InMemory::put'{{$}}
// CHECK: {{^}}{{.*}}deleted-by-base.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: the write holds 'InMemory::lock'{{$}}
// CHECK: {{^}}{{.*}}deleted-by-base.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: free it when no other thread can use it any more: join them first, or let the last user free it{{$}}
