// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// One of the functions that give a reference back does not take the lock.
#include <mutex>
#include <thread>
#include <vector>

class Page {
public:
  void ref() { ++Uses; }
  void unref() {
    if (--Uses == 0)
      delete this;
  }

private:
  int Uses = 0;
};

class Cache {
public:
  void pin() {
    std::lock_guard<std::mutex> Guard(Mu);
    Root->ref();
  }
  void unpin() { Root->unref(); }

private:
  std::mutex Mu;
  Page *Root = new Page;
};

int main() {
  Cache C;
  C.pin();
  std::vector<std::thread> Workers;
  for (int I = 0; I < 4; ++I)
    Workers.emplace_back([&C] {
      C.pin();
      C.unpin();
    });
  for (std::thread &W : Workers)
    W.join();
  return 0;
}

// CHECK: {{^}}{{.*}}callers-lock.cpp:[[#@LINE-35]]:{{[0-9]+}}: warning: 'Page::Uses' counts references, but not atomically: it is changed here while another thread may do the same [fearless-refcount-shared]{{$}}
// CHECK: {{^}}{{.*}}callers-lock.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: each of the threads started here reaches the change through a lambda in 'main' -> 'Cache::unpin' -> 'Page::unref'{{$}}
// CHECK: {{^}}{{.*}}callers-lock.cpp:[[#@LINE-37]]:{{[0-9]+}}: note: the change holds no lock{{$}}
// CHECK: {{^}}{{.*}}callers-lock.cpp:[[#@LINE-38]]:{{[0-9]+}}: note: it is decremented here, and, where it was the last ...{{$}}
// CHECK: {{^}}{{.*}}callers-lock.cpp:[[#@LINE-38]]:{{[0-9]+}}: note: ... the object is destroyed here{{$}}
// CHECK: {{^}}{{.*}}callers-lock.cpp:[[#@LINE-35]]:{{[0-9]+}}: note: make 'Page::Uses' a std::atomic, or hold 'Cache::Mu' at every change (1 of 4 accesses do){{$}}
