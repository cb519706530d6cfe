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
