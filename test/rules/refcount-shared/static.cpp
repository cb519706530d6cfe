// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// One handle of static storage duration, which a thread copies under a lock and
// the other without.
#include <mutex>
#include <thread>

class Node {
public:
  void ref() { ++Uses; }
  void unref() {
    if (--Uses == 0)
      delete this;
  }
  int Value = 0;

private:
  int Uses = 0;
};

class NodePtr {
public:
  explicit NodePtr(Node *N) : N(N) { N->ref(); }
  NodePtr(const NodePtr &O) : N(O.N) { N->ref(); }
  ~NodePtr() { N->unref(); }
  Node *operator->() const { return N; }

private:
  Node *N;
};

static NodePtr Root(new Node);
static std::mutex Mu;

static NodePtr get() { return Root; }

int main() {
  std::thread Reader([] {
    std::lock_guard<std::mutex> Guard(Mu);
    NodePtr Mine = get();
  });
  NodePtr Mine = get();
  Reader.join();
  return Mine->Value;
}

// CHECK: {{^}}{{.*}}static.cpp:[[#@LINE-12]]:{{[0-9]+}}: warning: 'Root' is copied here while another thread may do the same, but 'Node' does not count its references atomically [fearless-refcount-shared]{{$}}
// CHECK: {{^}}{{.*}}static.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the main thread reaches the copy through 'main' -> 'get'{{$}}
// CHECK: {{^}}{{.*}}static.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: the copy holds no lock{{$}}
// CHECK: {{^}}{{.*}}static.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the thread started here reaches the copy through a lambda in 'main' -> 'get'{{$}}
// CHECK: {{^}}{{.*}}static.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: the copy holds 'Mu'{{$}}
// CHECK: {{^}}{{.*}}static.cpp:[[#@LINE-42]]:{{[0-9]+}}: note: 'Node::Uses' is incremented here, without an atomic operation{{$}}
// CHECK: {{^}}{{.*}}static.cpp:[[#@LINE-41]]:{{[0-9]+}}: note: it is decremented here, and, where it was the last ...{{$}}
// CHECK: {{^}}{{.*}}static.cpp:[[#@LINE-41]]:{{[0-9]+}}: note: ... the object is destroyed here{{$}}
// CHECK: {{^}}{{.*}}static.cpp:[[#@LINE-37]]:{{[0-9]+}}: note: make 'Node::Uses' a std::atomic, or hold one lock at both{{$}}
