// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Who closes binds sockets that it has opened itself, under the lock without
// which nobody else finds them.
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
  void reopen() {
    std::lock_guard<std::recursive_mutex> g(slots_);
    Socket *s = new Pair;
    last_ = s;
    s->bind();
  }
private:
  std::recursive_mutex slots_;
  std::vector<Socket *> sockets_;
  Socket *last_ = nullptr;
};
void Socket::monitor(Context &c) {
  std::lock_guard<std::mutex> g(monitor_);
  c.open(1);
}
int main() {
  Context c;
  Socket *s = c.open(0);
  std::thread t([&] { s->monitor(c); });
  c.close();
  c.reopen();
  t.join();
}

// CHECK: 0 findings in 1 translation unit
