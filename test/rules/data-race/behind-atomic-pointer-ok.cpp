// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// What an atomic pointer leads to is changed under its lock.
#include <atomic>
#include <mutex>
#include <thread>
struct Statistics {
  std::mutex mu;
  long requests = 0;
};
static std::atomic<Statistics *> current{nullptr};
static void serve() {
  Statistics *s = current.load(std::memory_order_acquire);
  if (!s)
    return;
  std::lock_guard<std::mutex> lock(s->mu);
  s->requests++;
}
int main() {
  std::thread a(serve), b(serve);
  auto *made = new Statistics;
  made->requests = 1;
  current.store(made, std::memory_order_release);
  a.join();
  b.join();
  delete made;
}
