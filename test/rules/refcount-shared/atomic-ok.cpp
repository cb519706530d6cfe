// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The count is atomic, and what the decrement itself returns is tested.
#include <atomic>
#include <thread>
#include <vector>

template <class T> class Counted {
public:
  void ref() const { Uses.fetch_add(1, std::memory_order_relaxed); }
  void unref() const {
    if (Uses.fetch_sub(1, std::memory_order_acq_rel) == 1)
      delete static_cast<const T *>(this);
  }

private:
  mutable std::atomic<int> Uses{0};
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

// CHECK: 0 findings
