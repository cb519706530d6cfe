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
