// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The decrement and the look at what it has left are two atomic operations.
#include <atomic>
#include <thread>

class Buffer {
public:
  void retain() { Refs.fetch_add(1); }
  void release() {
    Refs.fetch_sub(1);
    if (Refs.load() == 0)
      delete this;
  }

private:
  std::atomic<int> Refs{1};
};

static void consume(Buffer *B) { B->release(); }

int main() {
  Buffer *B = new Buffer;
  B->retain();
  std::thread Consumer(consume, B);
  B->release();
  Consumer.join();
  return 0;
}

// CHECK: {{^}}{{.*}}two-operations.cpp:[[#@LINE-19]]:{{[0-9]+}}: warning: 'Buffer::Refs' is changed and tested in two atomic operations: two threads may both find that the last reference is gone, and both destroy the object [fearless-refcount-shared]{{$}}
// CHECK: {{^}}{{.*}}two-operations.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: 'Buffer::Refs' is changed here ...{{$}}
// CHECK: {{^}}{{.*}}two-operations.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: 'Buffer::Refs' is tested here ...{{$}}
// CHECK: {{^}}{{.*}}two-operations.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: ... and the object is destroyed here{{$}}
// CHECK: {{^}}{{.*}}two-operations.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the thread started here may get in between, through 'consume' -> 'Buffer::release'{{$}}
// CHECK: {{^}}{{.*}}two-operations.cpp:[[#@LINE-25]]:{{[0-9]+}}: note: it changes 'Buffer::Refs' here{{$}}
// CHECK: {{^}}{{.*}}two-operations.cpp:[[#@LINE-26]]:{{[0-9]+}}: note: test the value that the decrement itself returns{{$}}
