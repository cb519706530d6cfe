// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Deleted after the join.
#include <mutex>
#include <thread>

struct Store {
  virtual ~Store() = default;
  virtual void put(int) = 0;
  static bool open(Store **out);
};

struct InMemory : Store {
  void put(int v) override {
    std::lock_guard<std::mutex> hold(lock);
    sum += v;
  }
  std::mutex lock;
  long sum = 0;
};

bool Store::open(Store **out) {
  *out = new InMemory;
  return true;
}

int main() {
  Store *store = nullptr;
  if (!Store::open(&store))
    return 1;
  std::thread writer([store] { store->put(1); });
  writer.join();
  delete store;
}
