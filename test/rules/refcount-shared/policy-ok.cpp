// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The same with a policy that is atomic.
#include <atomic>
#include <thread>

struct Locked {
  static void increment(std::atomic<unsigned> &Count) { ++Count; }
  static unsigned decrement(std::atomic<unsigned> &Count) { return --Count; }
};

template <class T, class Policy> class Node {
public:
  friend void addRef(Node *N) { Policy::increment(N->Count); }
  friend void release(Node *N) {
    if (Policy::decrement(N->Count) == 0)
      delete static_cast<T *>(N);
  }

private:
  std::atomic<unsigned> Count{0};
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

struct Task : Node<Task, Locked> {
  int Steps = 0;
};

int main() {
  Pointer<Task> Root(new Task);
  std::thread Worker([Root] { (void)Root->Steps; });
  Pointer<Task> Copy(Root);
  Worker.join();
  return Copy->Steps;
}

// CHECK: 0 findings
