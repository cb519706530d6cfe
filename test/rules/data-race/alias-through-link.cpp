// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// An object is reached through a pointer that another holds.
#include <mutex>
#include <thread>
class Node {
public:
  void link(Node *next) { next_ = next; }
  void touch() { ++touched_; }
  Node *next() { return next_; }

private:
  std::mutex mu_;
  Node *next_ = nullptr;
  int touched_ = 0;
};
int main() {
  Node a, b;
  a.link(&b);
  std::thread t([&] { a.next()->touch(); });
  b.touch();
  t.join();
}

// CHECK: {{^}}{{.*}}alias-through-link.cpp:[[#@LINE-16]]:{{[0-9]+}}: warning: data race on 'Node::touched_': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}alias-through-link.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: the main thread reaches the write through 'main' -> 'Node::touch'{{$}}
// CHECK: {{^}}{{.*}}alias-through-link.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}alias-through-link.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write through a lambda in 'main' -> 'Node::touch'{{$}}
// CHECK: {{^}}{{.*}}alias-through-link.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}alias-through-link.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: guard 'Node::touched_' with a mutex, or make it atomic{{$}}
