// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The count is changed by a policy, and given back by a friend that the handle
// finds: Boost's intrusive_ref_counter is written so.
#include <thread>

struct Unlocked {
  static void increment(unsigned &Count) { ++Count; }
  static unsigned decrement(unsigned &Count) { return --Count; }
};

template <class T, class Policy> class Node {
public:
  friend void addRef(Node *N) { Policy::increment(N->Count); }
  friend void release(Node *N) {
    if (Policy::decrement(N->Count) == 0)
      delete static_cast<T *>(N);
  }

private:
  unsigned Count = 0;
};

template <class T> class Pointer {
public:
  Pointer(T *To) : To(To) { addRef(To); }
  Pointer(const Pointer &O) : To(O.To) { addRef(To); }
  ~Pointer() { release(To); }
  T *operator->() const { return To; }

private:
  T *To;
};

struct Task : Node<Task, Unlocked> {
  int Steps = 0;
};

int main() {
  Pointer<Task> Root(new Task);
  std::thread Worker([Root] { (void)Root->Steps; });
  Pointer<Task> Copy(Root);
  Worker.join();
  return Copy->Steps;
}

// CHECK: {{^}}{{.*}}policy.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: the thread started here shares what 'Root' refers to, but 'Node<Task, Unlocked>' does not count its references atomically [fearless-refcount-shared]{{$}}
// CHECK: {{^}}{{.*}}policy.cpp:[[#@LINE-34]]:{{[0-9]+}}: note: 'Node::Count' is incremented here, without an atomic operation{{$}}
// CHECK: {{^}}{{.*}}policy.cpp:[[#@LINE-33]]:{{[0-9]+}}: note: it is decremented here, and, where it was the last ...{{$}}
// CHECK: {{^}}{{.*}}policy.cpp:[[#@LINE-33]]:{{[0-9]+}}: note: ... the object is destroyed here{{$}}
// CHECK: {{^}}{{.*}}policy.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the thread started here drops its copy, at the latest when it ends{{$}}
// CHECK: {{^}}{{.*}}policy.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the main thread, meanwhile, copies 'Root' here{{$}}
// CHECK: {{^}}{{.*}}policy.cpp:[[#@LINE-32]]:{{[0-9]+}}: note: make 'Node::Count' a std::atomic, or leave the thread the only copy of 'Root'{{$}}
