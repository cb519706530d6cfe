// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Waits without a lock.
#include <future>
#include <mutex>
#include <thread>

struct Rpc {
  std::mutex mu;
  int sent = 0;
  std::promise<int> reply;
};
int call(Rpc& r) {
  auto f = r.reply.get_future();
  {
    std::lock_guard<std::mutex> g(r.mu);
    ++r.sent;
  }
  return f.get();
}
void receive(Rpc& r) {
  int n;
  {
    std::lock_guard<std::mutex> g(r.mu);
    n = r.sent;
  }
  r.reply.set_value(n);
}
int main() {
  Rpc r;
  std::thread t([&r] { receive(r); });
  int v = call(r);
  t.join();
  return v;
}

// CHECK: 0 findings
