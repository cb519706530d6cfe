// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Another owner keeps the entry until the lock is released.
#include <memory>
#include <mutex>
#include <thread>
#include <unordered_map>
class Cache;
struct Entry {
  Cache *owner;
  int key;
  Entry(Cache *c, int k) : owner(c), key(k) {}
  ~Entry();
};
class Cache {
public:
  void evicted() { std::lock_guard<std::mutex> g(stats_); ++evictions_; }
  void put(int k) { std::lock_guard<std::mutex> g(mu_); map_[k] = std::make_shared<Entry>(this, k); }
  void evict(int k) {
    std::shared_ptr<Entry> keep;
    std::lock_guard<std::mutex> g(mu_);
    auto it = map_.find(k);
    if (it == map_.end()) return;
    keep = std::move(it->second);
    map_.erase(it);
  }
  int stats() {
    std::lock_guard<std::mutex> g(stats_);
    std::lock_guard<std::mutex> h(mu_);
    return evictions_ + int(map_.size());
  }
private:
  std::mutex mu_, stats_;
  std::unordered_map<int, std::shared_ptr<Entry>> map_;
  int evictions_ = 0;
};
Entry::~Entry() { owner->evicted(); }
int main() {
  Cache c;
  c.put(1);
  std::thread a([&] { c.evict(1); });
  std::thread b([&] { c.stats(); });
  a.join();
  b.join();
}

// CHECK: 0 findings
