// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The lock() of the user's own mutex locks.
#include <pthread.h>
#include <thread>
class Mutex {
public:
  void lock() { pthread_mutex_lock(&native_); }
  void unlock() { pthread_mutex_unlock(&native_); }

private:
  pthread_mutex_t native_ = PTHREAD_MUTEX_INITIALIZER;
};

class Hold {
public:
  explicit Hold(Mutex &mutex) : mutex_(mutex) { mutex_.lock(); }
  ~Hold() { mutex_.unlock(); }

private:
  Mutex &mutex_;
};

static Mutex levelMutex, nameMutex;
static thread_local int level, name;

static void setLevel(int to) {
  Hold hold(levelMutex);
  level = to;
}

static void setName(int to) {
  Hold hold(nameMutex);
  name = to;
}

int main() {
  std::thread tuner([] {
    setLevel(1);
    setLevel(2);
    setName(3);
  });
  tuner.join();
}

// CHECK: 0 findings
