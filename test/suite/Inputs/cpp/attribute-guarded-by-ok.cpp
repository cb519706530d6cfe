// A field declared as guarded is changed under its mutex only.
#if defined(__clang__)
#define GUARDED_BY(m) __attribute__((guarded_by(m)))
#define CAPABILITY(x) __attribute__((capability(x)))
#define ACQUIRE(...) __attribute__((acquire_capability(__VA_ARGS__)))
#define RELEASE(...) __attribute__((release_capability(__VA_ARGS__)))
#else
#define GUARDED_BY(m)
#define CAPABILITY(x)
#define ACQUIRE(...)
#define RELEASE(...)
#endif
#include <mutex>
#include <thread>

class CAPABILITY("mutex") Mutex {
public:
  void lock() ACQUIRE() { impl.lock(); }
  void unlock() RELEASE() { impl.unlock(); }

private:
  std::mutex impl;
};

class Thermostat {
public:
  void warmer() {
    mutex.lock();
    ++target;
    mutex.unlock();
  }
  void cooler() {
    mutex.lock();
    --target;
    mutex.unlock();
  }

private:
  Mutex mutex;
  int target GUARDED_BY(mutex) = 20;
};

int main() {
  Thermostat hall;
  std::thread sun([&hall] { hall.warmer(); });
  hall.cooler();
  sun.join();
}
