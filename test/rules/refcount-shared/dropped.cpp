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
