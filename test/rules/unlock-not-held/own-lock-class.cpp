// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The lock() of the user's own mutex does nothing: one mistake, whoever uses it.
#include <pthread.h>
#include <thread>
class Mutex {
public:
  void lock() {}
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

// CHECK: {{^}}{{.*}}own-lock-class.cpp:[[#@LINE-37]]:{{[0-9]+}}: warning: 'Mutex::native_' is unlocked here, but it is not held [fearless-unlock-not-held]{{$}}
// CHECK: {{^}}{{.*}}own-lock-class.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: a lambda in 'main' calls 'setLevel' here{{$}}
// CHECK: {{^}}{{.*}}own-lock-class.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: 'setLevel' calls 'Hold::~Hold' here{{$}}
// CHECK: {{^}}{{.*}}own-lock-class.cpp:[[#@LINE-31]]:{{[0-9]+}}: note: 'Hold::~Hold' calls 'Mutex::unlock' here{{$}}
// CHECK: {{^}}{{.*}}own-lock-class.cpp:[[#@LINE-41]]:{{[0-9]+}}: note: nothing on the way here locks 'Mutex::native_'{{$}}
// CHECK: {{^}}{{.*}}own-lock-class.cpp:[[#@LINE-42]]:{{[0-9]+}}: note: drop this unlock, or lock it before{{$}}
