// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <shared_mutex>

class ReadWrite {
public:
  void read() { mu_.lock_shared(); }
  void endRead() { mu_.unlock_shared(); }
  void write() { mu_.lock(); }
  void endWrite() { mu_.unlock(); }

private:
  std::shared_mutex mu_;
};

static std::shared_mutex mu;
static ReadWrite own;
static int n;

int get() {
  mu.lock_shared();
  int now = n;
  mu.unlock();
  return now;
}

void set(int to) {
  mu.lock();
  n = to;
  mu.unlock_shared();
}

int getOwn() {
  own.read();
  int now = n;
  own.endWrite();
  return now;
}

// CHECK: {{^}}{{.*}}wrong-mode.cpp:[[#@LINE-17]]:{{[0-9]+}}: warning: 'mu' is unlocked here as if it were held exclusively, but it is held shared [fearless-unlock-not-held]{{$}}
// CHECK: {{^}}{{.*}}wrong-mode.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: 'get' locks 'mu' here, shared{{$}}
// CHECK: {{^}}{{.*}}wrong-mode.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: unlock it in the mode in which it was locked{{$}}
// CHECK: {{^}}{{.*}}wrong-mode.cpp:[[#@LINE-13]]:{{[0-9]+}}: warning: 'mu' is unlocked here as if it were held shared, but it is held exclusively [fearless-unlock-not-held]{{$}}
// CHECK: {{^}}{{.*}}wrong-mode.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: 'set' locks 'mu' here{{$}}
// CHECK: {{^}}{{.*}}wrong-mode.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: unlock it in the mode in which it was locked{{$}}
// CHECK: {{^}}{{.*}}wrong-mode.cpp:[[#@LINE-10]]:{{[0-9]+}}: warning: 'own' is unlocked here as if it were held exclusively, but it is held shared [fearless-unlock-not-held]{{$}}
// CHECK: {{^}}{{.*}}wrong-mode.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: 'getOwn' calls 'ReadWrite::read', which locks 'own', shared{{$}}
// CHECK: {{^}}{{.*}}wrong-mode.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: unlock it in the mode in which it was locked{{$}}
