// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The guard lets go of what it holds, as its flag says.
#include <pthread.h>
#include <thread>

class Hold {
public:
  explicit Hold(pthread_mutex_t &m) : mutex(m), held(false) { acquire(); }
  ~Hold() {
    if (held)
      pthread_mutex_unlock(&mutex);
  }

private:
  void acquire() {
    pthread_mutex_lock(&mutex);
    held = true;
  }
  pthread_mutex_t &mutex;
  bool held;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int seats = 100;

static void reserve() {
  Hold hold(lock);
  --seats;
}

int main() {
  std::thread other(reserve);
  reserve();
  other.join();
  return seats;
}
