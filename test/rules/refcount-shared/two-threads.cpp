// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Two threads get copies of one closure, and with it of the handle in it.
#include <thread>

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
  auto Show = [Picture] { (void)Picture->Width; };
  std::thread First(Show), Second(Show);
  First.join();
  Second.join();
  return 0;
}

// CHECK: {{^}}{{.*}}two-threads.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: the thread started here shares what 'Picture' refers to, but 'Counted<Image>' does not count its references atomically [fearless-refcount-shared]{{$}}
// CHECK: {{^}}{{.*}}two-threads.cpp:[[#@LINE-39]]:{{[0-9]+}}: note: 'Counted::Uses' is incremented here, without an atomic operation{{$}}
// CHECK: {{^}}{{.*}}two-threads.cpp:[[#@LINE-38]]:{{[0-9]+}}: note: it is decremented here, and, where it was the last ...{{$}}
// CHECK: {{^}}{{.*}}two-threads.cpp:[[#@LINE-38]]:{{[0-9]+}}: note: ... the object is destroyed here{{$}}
// CHECK: {{^}}{{.*}}two-threads.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the thread started here drops its copy, at the latest when it ends{{$}}
// CHECK: {{^}}{{.*}}two-threads.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the main thread, meanwhile, copies 'Show' here{{$}}
// CHECK: {{^}}{{.*}}two-threads.cpp:[[#@LINE-37]]:{{[0-9]+}}: note: make 'Counted::Uses' a std::atomic, or leave the thread the only copy of 'Picture'{{$}}
