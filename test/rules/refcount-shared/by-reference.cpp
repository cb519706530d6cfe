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
