// An intrusive reference count is a plain int, yet handles are dropped on two
// threads.
#include <thread>
#include <utility>

class Picture {
public:
  void retain() { ++users; } // RACE
  void release() {
    if (--users == 0) // RACE
      delete this;    // RACE
  }
  unsigned char pixels[64] = {};

private:
  int users = 0;
};

class PictureRef {
public:
  explicit PictureRef(Picture *p) : picture(p) { picture->retain(); }
  PictureRef(const PictureRef &o) : picture(o.picture) { picture->retain(); }
  PictureRef &operator=(const PictureRef &) = delete;
  ~PictureRef() { picture->release(); }
  unsigned char first() const { return picture->pixels[0]; } // RACE

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
