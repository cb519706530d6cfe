// RUN: not %fearless check --strict %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The only one, and the type does not say so.
#include <thread>
#include <utility>
class Rc {
public:
  explicit Rc(int V) : Shared(new Box{1, V}) {}
  Rc(const Rc &O) : Shared(O.Shared) { ++Shared->Count; }
  Rc(Rc &&O) : Shared(O.Shared) { O.Shared = nullptr; }
  ~Rc() {
    if (Shared && --Shared->Count == 0)
      delete Shared;
  }
  int operator*() const { return Shared->Value; }

private:
  struct Box {
    long Count;
    int Value;
  };
  Box *Shared;
};
int main() {
  Rc R(1);
  std::thread Other([R = std::move(R)] { return *R; });
  Other.join();
}

// CHECK: {{^}}{{.*}}strict-moved.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: 'R' is moved to another thread, but 'Rc' counts its owners without atomic operations [fearless-not-send]{{$}}
// CHECK: {{^}}{{.*}}strict-moved.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: a lambda captures 'R' here{{$}}
// CHECK: {{^}}{{.*}}strict-moved.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the thread started here runs a lambda in 'main' with it{{$}}
// CHECK: {{^}}{{.*}}strict-moved.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: use a pointer with an atomic count, such as std::shared_ptr, or move the only one to the thread{{$}}
