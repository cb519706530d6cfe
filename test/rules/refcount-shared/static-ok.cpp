// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Both only look through it; it is copied when there is one thread.
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

static NodePtr get() { return Root; }

int main() {
  std::thread Reader([] {
    (void)Root->Value;
  });
  Reader.join();
  NodePtr Mine = get();
  return Mine->Value;
}

// CHECK: 0 findings
