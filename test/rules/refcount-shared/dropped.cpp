// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The starter drops its handle at the end of the function, while the thread, of
// which nobody waits for the end, may drop the other.
#include <chrono>
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

void show(Image *Of) {
  Ref<Image> Picture(Of);
  std::thread Encoder([Picture] { (void)Picture->Width; });
  Encoder.detach();
}

int main() {
  show(new Image);
  std::this_thread::sleep_for(std::chrono::seconds(1));
  return 0;
}

// CHECK: {{^}}{{.*}}dropped.cpp:[[#@LINE-10]]:{{[0-9]+}}: warning: the thread started here shares what 'Picture' refers to, but 'Counted<Image>' does not count its references atomically [fearless-refcount-shared]{{$}}
// CHECK: {{^}}{{.*}}dropped.cpp:[[#@LINE-42]]:{{[0-9]+}}: note: 'Counted::Uses' is incremented here, without an atomic operation{{$}}
// CHECK: {{^}}{{.*}}dropped.cpp:[[#@LINE-41]]:{{[0-9]+}}: note: it is decremented here, and, where it was the last ...{{$}}
// CHECK: {{^}}{{.*}}dropped.cpp:[[#@LINE-41]]:{{[0-9]+}}: note: ... the object is destroyed here{{$}}
// CHECK: {{^}}{{.*}}dropped.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: the thread started here drops its copy, at the latest when it ends{{$}}
// CHECK: {{^}}{{.*}}dropped.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the main thread, meanwhile, drops 'Picture' here{{$}}
// CHECK: {{^}}{{.*}}dropped.cpp:[[#@LINE-40]]:{{[0-9]+}}: note: make 'Counted::Uses' a std::atomic, or leave the thread the only copy of 'Picture'{{$}}
