// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The thread has a copy of a member, and another method copies that meanwhile.
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

class Session {
public:
  explicit Session(Node *N) : Own(N) {}
  void start() {
    Worker = std::thread([Copy = Own] { (void)Copy->Value; });
  }
  void stop() { Worker.join(); }
  NodePtr node() const { return Own; }

private:
  NodePtr Own;
  std::thread Worker;
};

int main() {
  Session One(new Node);
  One.start();
  NodePtr Mine = One.node();
  One.stop();
  return Mine->Value;
}

// CHECK: {{^}}{{.*}}member.cpp:[[#@LINE-18]]:{{[0-9]+}}: warning: the thread started here shares what 'Session::Own' refers to, but 'Node' does not count its references atomically [fearless-refcount-shared]{{$}}
// CHECK: {{^}}{{.*}}member.cpp:[[#@LINE-45]]:{{[0-9]+}}: note: 'Node::Uses' is incremented here, without an atomic operation{{$}}
// CHECK: {{^}}{{.*}}member.cpp:[[#@LINE-44]]:{{[0-9]+}}: note: it is decremented here, and, where it was the last ...{{$}}
// CHECK: {{^}}{{.*}}member.cpp:[[#@LINE-44]]:{{[0-9]+}}: note: ... the object is destroyed here{{$}}
// CHECK: {{^}}{{.*}}member.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: the thread started here drops its copy, at the latest when it ends{{$}}
// CHECK: {{^}}{{.*}}member.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: the main thread, meanwhile, copies 'Session::Own' here{{$}}
// CHECK: {{^}}{{.*}}member.cpp:[[#@LINE-42]]:{{[0-9]+}}: note: make 'Node::Uses' a std::atomic, or leave the thread the only copy of 'Session::Own'{{$}}
