// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Before the start and after the end, and of another object, it may.
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
  Session Other(new Node);
  NodePtr Before = One.node();
  One.start();
  NodePtr Others = Other.node();
  One.stop();
  NodePtr Mine = One.node();
  return Mine->Value;
}

// CHECK: 0 findings
