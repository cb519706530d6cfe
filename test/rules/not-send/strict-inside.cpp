// RUN: not %fearless check --strict %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The pointer is in a member of what is given to the thread.
#include <thread>
struct Node {
  Node *Next = nullptr;
};
struct List {
  Node *First = nullptr;
  int length() const { return First ? 1 : 0; }
};
int main() {
  List L;
  std::thread Other([L] { return L.length(); });
  Other.join();
}

// CHECK: {{^}}{{.*}}strict-inside.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: 'L' is shared with another thread, and nothing shows that this is safe: a part of it is a raw pointer [fearless-not-send]{{$}}
// CHECK: {{^}}{{.*}}strict-inside.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: a lambda captures 'L' here{{$}}
// CHECK: {{^}}{{.*}}strict-inside.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: 'List::First' is a 'Node *'{{$}}
// CHECK: {{^}}{{.*}}strict-inside.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here runs a lambda in 'main' with it{{$}}
// CHECK: {{^}}{{.*}}strict-inside.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: use what owns or guards the object: a std::unique_ptr, or a mutex that owns it{{$}}
