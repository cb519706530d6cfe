// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A tree of counted nodes is built before the thread starts, which only reads it.
#include <thread>

class Tree {
public:
  void ref() { ++Uses; }
  void unref() {
    if (--Uses == 0)
      delete this;
  }

private:
  int Uses = 0;
};

class Handle {
public:
  explicit Handle(Tree *T) : T(T) { T->ref(); }
  Handle(const Handle &O) : T(O.T) { T->ref(); }
  ~Handle() { T->unref(); }
  const Tree *get() const { return T; }

private:
  Tree *T;
};

int main() {
  Handle Root(new Tree);
  std::thread Walker([&Root] { (void)Root.get(); });
  Handle Other = Root;
  Walker.join();
  return 0;
}

// CHECK: 0 findings
