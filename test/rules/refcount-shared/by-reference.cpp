// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The threads share one handle by reference, and each makes copies of it.
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

private:
  Tree *T;
};

int main() {
  Handle Root(new Tree);
  std::thread Walker([&Root] { Handle Mine = Root; });
  Handle Other = Root;
  Walker.join();
  return 0;
}

// CHECK: {{^}}{{.*}}by-reference.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: 'Tree::Uses' counts references, but not atomically: it is changed here while another thread may change it at {{.*}}by-reference.cpp:[[#@LINE-6]]:{{[0-9]+}} [fearless-refcount-shared]{{$}}
// CHECK: {{^}}{{.*}}by-reference.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the main thread makes or drops a handle here ...{{$}}
// CHECK: {{^}}{{.*}}by-reference.cpp:[[#@LINE-30]]:{{[0-9]+}}: note: ... which changes 'Tree::Uses' here{{$}}
// CHECK: {{^}}{{.*}}by-reference.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here ...{{$}}
// CHECK: {{^}}{{.*}}by-reference.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: ... makes or drops a handle here ...{{$}}
// CHECK: {{^}}{{.*}}by-reference.cpp:[[#@LINE-31]]:{{[0-9]+}}: note: ... which changes 'Tree::Uses' here{{$}}
// CHECK: {{^}}{{.*}}by-reference.cpp:[[#@LINE-32]]:{{[0-9]+}}: note: it is decremented here, and, where it was the last ...{{$}}
// CHECK: {{^}}{{.*}}by-reference.cpp:[[#@LINE-32]]:{{[0-9]+}}: note: ... the object is destroyed here{{$}}
// CHECK: {{^}}{{.*}}by-reference.cpp:[[#@LINE-29]]:{{[0-9]+}}: note: make 'Tree::Uses' a std::atomic{{$}}
