// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Each thread gets an object of its own, and the starter keeps to his.
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
  std::thread Encoder(show, Ref<Image>(new Image));
  Ref<Image> Kept = Picture;
  Encoder.join();
  return Kept->Width == 1 ? 0 : 1;
}

// CHECK: 0 findings
