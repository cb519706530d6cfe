// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The sockets are known elsewhere, too: others need not take 'slots_' to find
// them.
#include <mutex>
#include <thread>
#include <vector>
class Context;
class Socket {
public:
  virtual ~Socket() = default;
  static Socket *create(int kind);
  void bind() { std::lock_guard<std::mutex> g(monitor_); ++events_; }
  void monitor(Context &c);
private:
  std::mutex monitor_;
  int events_ = 0;
};
class Pair : public Socket {};
class Publisher : public Socket {};
Socket *Socket::create(int kind) {
  Socket *s = nullptr;
  switch (kind) {
  case 0: s = new Pair; break;
  case 1: s = new Publisher; break;
  default: return nullptr;
  }
  return s;
}
class Context {
public:
  Socket *open(int kind) {
    std::lock_guard<std::recursive_mutex> g(slots_);
    Socket *s = Socket::create(kind);
    if (!s) return nullptr;
    std::lock_guard<std::mutex> h(list_);
    sockets_.push_back(s);
    return s;
  }
  void close() {
    slots_.lock();
    for (int i = 0; i < 3; ++i) {
      Socket *s = open(0);
      s->bind();
    }
    slots_.unlock();
  }
  Socket *any() { std::lock_guard<std::mutex> g(list_); return sockets_.back(); }
private:
  std::recursive_mutex slots_;
  std::mutex list_;
  std::vector<Socket *> sockets_;
};
void Socket::monitor(Context &c) {
  std::lock_guard<std::mutex> g(monitor_);
  c.open(1);
}
int main() {
  Context c;
  c.open(0);
  std::thread t([&] { c.any()->monitor(c); });
  c.close();
  t.join();
}

// CHECK: {{^}}{{.*}}own-object-elsewhere.cpp:[[#@LINE-10]]:{{[0-9]+}}: warning: 'Context::slots_' and 'Socket::monitor_' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}own-object-elsewhere.cpp:[[#@LINE-26]]:{{[0-9]+}}: note: 'Context::close' locks 'Context::slots_' here ...{{$}}
// CHECK: {{^}}{{.*}}own-object-elsewhere.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: ... and, still holding it, calls 'Socket::bind' ...{{$}}
// CHECK: {{^}}{{.*}}own-object-elsewhere.cpp:[[#@LINE-56]]:{{[0-9]+}}: note: ... which locks 'Socket::monitor_' here ('Context::slots_' before 'Socket::monitor_'){{$}}
// CHECK: {{^}}{{.*}}own-object-elsewhere.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: 'Socket::monitor' locks 'Socket::monitor_' here ...{{$}}
// CHECK: {{^}}{{.*}}own-object-elsewhere.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: ... and, still holding it, calls 'Context::open' ...{{$}}
// CHECK: {{^}}{{.*}}own-object-elsewhere.cpp:[[#@LINE-39]]:{{[0-9]+}}: note: ... which locks 'Context::slots_' here ('Socket::monitor_' before 'Context::slots_'){{$}}
// CHECK: {{^}}{{.*}}own-object-elsewhere.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: the first order runs on the main thread{{$}}
// CHECK: {{^}}{{.*}}own-object-elsewhere.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}own-object-elsewhere.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: call 'Context::open' after 'Socket::monitor_' is released, or take the locks in one order everywhere{{$}}
