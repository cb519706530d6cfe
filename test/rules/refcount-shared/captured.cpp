// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A thread captures a copy of a handle with a plain count, and the starter
// copies its own meanwhile.
#include <thread>
#include <vector>

template <class T> class Counted {
public:
  void ref() const { ++Uses; }
  void unref() const {
    if (--Uses == 0)
      delete static_cast<const T *>(this);
  }

private:
  mutable int Uses = 0;
};

template <class T> class Ref {
public:
  explicit Ref(T *P) : P(P) { P->ref(); }
  Ref(const Ref &O) : P(O.P) { P->ref(); }
  Ref(Ref &&O) noexcept : P(O.P) { O.P = nullptr; }
  ~Ref() {
    if (P)
      P->unref();
  }
  T *operator->() const { return P; }

private:
  T *P;
};

struct Image : Counted<Image> {
  int Width = 1;
};

int main() {
  Ref<Image> Picture(new Image);
  std::thread Encoder([Picture] { (void)Picture->Width; });
  std::vector<Ref<Image>> History(3, Picture);
  Encoder.join();
  return History.size() == 3 ? 0 : 1;
}

// CHECK: {{^}}{{.*}}captured.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: the thread started here shares what 'Picture' refers to, but 'Counted<Image>' does not count its references atomically [fearless-refcount-shared]{{$}}
// CHECK: {{^}}{{.*}}captured.cpp:[[#@LINE-38]]:{{[0-9]+}}: note: 'Counted::Uses' is incremented here, without an atomic operation{{$}}
// CHECK: {{^}}{{.*}}captured.cpp:[[#@LINE-37]]:{{[0-9]+}}: note: it is decremented here, and, where it was the last ...{{$}}
// CHECK: {{^}}{{.*}}captured.cpp:[[#@LINE-37]]:{{[0-9]+}}: note: ... the object is destroyed here{{$}}
// CHECK: {{^}}{{.*}}captured.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the thread started here drops its copy, at the latest when it ends{{$}}
// CHECK: {{^}}{{.*}}captured.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the main thread, meanwhile, copies 'Picture' here{{$}}
// CHECK: {{^}}{{.*}}captured.cpp:[[#@LINE-36]]:{{[0-9]+}}: note: make 'Counted::Uses' a std::atomic, or leave the thread the only copy of 'Picture'{{$}}
