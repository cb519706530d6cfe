// A function that requires the lock is called without it on the error path.
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

static Mutex tapeLock;
static long tapePosition ATTRIBUTE(guarded_by(tapeLock)) = 0;

static void rewind(long by) ATTRIBUTE(requires_capability(tapeLock)) {
  tapePosition -= by; // RACE
}

static bool play(long seconds) {
  tapeLock.lock();
  tapePosition += seconds;         // RACE
  bool past = tapePosition > 3600; // RACE
  tapeLock.unlock();
  if (past) {
    rewind(seconds); // RACE
    return false;
  }
  return true;
}

int main() {
  bool first = false;
  std::thread listener([&first] { first = play(3000); });
  bool second = play(3000);
  listener.join();
  return first != second ? 0 : 1;
}
