// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The decrement itself tells whether it was the last.
#include <atomic>
#include <thread>

class Buffer {
public:
  void retain() { Refs.fetch_add(1); }
  void release() {
    if (Refs.fetch_sub(1) == 1)
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

// CHECK: 0 findings
