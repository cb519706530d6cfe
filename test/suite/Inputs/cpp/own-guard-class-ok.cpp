// The home-made guard takes the lock in its constructor and releases it in its
// destructor.
#include <pthread.h>
#include <thread>

class ScopedHold {
public:
  explicit ScopedHold(pthread_mutex_t &m) : mutex(m), held(false) { acquire(); }
  ~ScopedHold() {
    if (held)
      pthread_mutex_unlock(&mutex);
  }
  ScopedHold(const ScopedHold &) = delete;
  void acquire() {
    pthread_mutex_lock(&mutex);
    held = true;
  }

private:
  pthread_mutex_t &mutex;
  bool held;
};

static pthread_mutex_t seatLock = PTHREAD_MUTEX_INITIALIZER;
static int seatsLeft = 100;

static void reserve() {
  ScopedHold hold(seatLock);
  if (seatsLeft > 0)
    --seatsLeft;
}

int main() {
  std::thread a([] {
    for (int i = 0; i < 60; ++i)
      reserve();
  });
  for (int i = 0; i < 60; ++i)
    reserve();
  a.join();
  return seatsLeft;
}
