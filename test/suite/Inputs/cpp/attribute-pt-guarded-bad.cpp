// What the pointer points to is declared as guarded, and one function changes
// it unlocked.
#include <mutex>
#include <thread>

#if defined(__clang__)
#define ATTRIBUTE(x) __attribute__((x))
#else
#define ATTRIBUTE(x)
#endif

class ATTRIBUTE(capability("mutex")) Mutex {
public:
  void lock() ATTRIBUTE(acquire_capability()) { impl.lock(); }
  void unlock() ATTRIBUTE(release_capability()) { impl.unlock(); }

private:
  std::mutex impl;
};

class ATTRIBUTE(scoped_lockable) Hold {
public:
  explicit Hold(Mutex &m) ATTRIBUTE(acquire_capability(m)) : mutex(m) {
    mutex.lock();
  }
  ~Hold() ATTRIBUTE(release_capability()) { mutex.unlock(); }

private:
  Mutex &mutex;
};

struct Frame {
  unsigned char pixels[32] = {};
};

class Screen {
public:
  void draw(unsigned at, unsigned char colour) {
    Hold hold(mutex);
    frame->pixels[at % 32] = colour; // RACE
  }
  void wipe() {
    *frame = Frame(); // RACE
  }
  bool ready() const { return frame != nullptr; }

private:
  Mutex mutex;
  Frame *const frame ATTRIBUTE(pt_guarded_by(mutex)) = new Frame;
};

int main() {
  Screen screen;
  std::thread painter([&screen] { screen.draw(3, 255); });
  screen.wipe();
  painter.join();
  return screen.ready() ? 0 : 1;
}
