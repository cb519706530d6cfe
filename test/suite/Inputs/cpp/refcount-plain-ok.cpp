// An intrusive reference count is atomic, and the last handle's owner deletes.
#include <atomic>
#include <thread>
#include <utility>

class Picture {
public:
  void retain() { users.fetch_add(1, std::memory_order_relaxed); }
  void release() {
    if (users.fetch_sub(1, std::memory_order_acq_rel) == 1)
      delete this;
  }
  unsigned char pixels[64] = {};

private:
  std::atomic<int> users{0};
};

class PictureRef {
public:
  explicit PictureRef(Picture *p) : picture(p) { picture->retain(); }
  PictureRef(const PictureRef &o) : picture(o.picture) { picture->retain(); }
  PictureRef &operator=(const PictureRef &) = delete;
  ~PictureRef() { picture->release(); }
  unsigned char first() const { return picture->pixels[0]; }

private:
  Picture *picture;
};

static void show(PictureRef picture) {
  for (int i = 0; i < 100; ++i) {
    PictureRef again(picture);
    if (again.first())
      break;
  }
}

int main() {
  PictureRef picture(new Picture);
  std::thread viewer(show, picture);
  show(picture);
  viewer.join();
}
