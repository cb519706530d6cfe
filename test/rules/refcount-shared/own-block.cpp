// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A shared pointer written by hand: the count is a cell of its own.
#include <thread>

class Shared {
public:
  explicit Shared(int *Value) : Value(Value), Count(new long(1)) {}
  Shared(const Shared &O) : Value(O.Value), Count(O.Count) { ++*Count; }
  ~Shared() {
    if (--*Count == 0) {
      delete Value;
      delete Count;
    }
  }
  int get() const { return *Value; }

private:
  int *Value;
  long *Count;
};

int main() {
  Shared Number(new int(1));
  std::thread Reader([Number] { (void)Number.get(); });
  Shared Copy(Number);
  Reader.join();
  return Copy.get();
}

// CHECK: {{^}}{{.*}}own-block.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: the thread started here shares what 'Number' refers to, but 'Shared' does not count its references atomically [fearless-refcount-shared]{{$}}
// CHECK: {{^}}{{.*}}own-block.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: 'Shared::Count' is incremented here, without an atomic operation{{$}}
// CHECK: {{^}}{{.*}}own-block.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: it is decremented here, and, where it was the last ...{{$}}
// CHECK: {{^}}{{.*}}own-block.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: ... the object is destroyed here{{$}}
// CHECK: {{^}}{{.*}}own-block.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the thread started here drops its copy, at the latest when it ends{{$}}
// CHECK: {{^}}{{.*}}own-block.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the main thread, meanwhile, copies 'Number' here{{$}}
// CHECK: {{^}}{{.*}}own-block.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: make what 'Shared::Count' points to a std::atomic, or leave the thread the only copy of 'Number'{{$}}
