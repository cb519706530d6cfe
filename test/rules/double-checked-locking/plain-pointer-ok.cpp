// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// An atomic pointer, set with release and looked at with acquire order; and a
// static of a function, which needs no check at all.
#include <atomic>
#include <mutex>
#include <thread>
struct Config {
  int Limit = 0;
};
static std::mutex Mu;
static std::atomic<Config *> Instance;
static Config *get() {
  Config *Found = Instance.load(std::memory_order_acquire);
  if (!Found) {
    std::lock_guard<std::mutex> Guard(Mu);
    Found = Instance.load(std::memory_order_relaxed);
    if (!Found) {
      Found = new Config{7};
      Instance.store(Found, std::memory_order_release);
    }
  }
  return Found;
}
static Config &simple() {
  static Config One{7};
  return One;
}
int main() {
  std::thread A([] { get()->Limit + simple().Limit; });
  std::thread B([] { get()->Limit + simple().Limit; });
  A.join();
  B.join();
}
