// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The handle is an argument of the thread, of which it gets a copy.
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

void show(Ref<Image> What) { (void)What->Width; }

int main() {
  Ref<Image> Picture(new Image);
  std::thread Encoder(show, Picture);
  Ref<Image> Kept = Picture;
  Encoder.join();
  return Kept->Width == 1 ? 0 : 1;
}

// CHECK: {{^}}{{.*}}argument.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: the thread started here shares what 'Picture' refers to, but 'Counted<Image>' does not count its references atomically [fearless-refcount-shared]{{$}}
// CHECK: {{^}}{{.*}}argument.cpp:[[#@LINE-40]]:{{[0-9]+}}: note: 'Counted::Uses' is incremented here, without an atomic operation{{$}}
// CHECK: {{^}}{{.*}}argument.cpp:[[#@LINE-39]]:{{[0-9]+}}: note: it is decremented here, and, where it was the last ...{{$}}
// CHECK: {{^}}{{.*}}argument.cpp:[[#@LINE-39]]:{{[0-9]+}}: note: ... the object is destroyed here{{$}}
// CHECK: {{^}}{{.*}}argument.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the thread started here drops its copy, at the latest when it ends{{$}}
// CHECK: {{^}}{{.*}}argument.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the main thread, meanwhile, copies 'Picture' here{{$}}
// CHECK: {{^}}{{.*}}argument.cpp:[[#@LINE-38]]:{{[0-9]+}}: note: make 'Counted::Uses' a std::atomic, or leave the thread the only copy of 'Picture'{{$}}
