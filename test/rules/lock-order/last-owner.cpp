// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The map may own its entry alone; the entry's destructor takes another lock.
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
    std::lock_guard<std::mutex> g(mu_);
    auto it = map_.find(k);
    if (it == map_.end()) return;
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

// CHECK: {{^}}{{.*}}last-owner.cpp:[[#@LINE-18]]:{{[0-9]+}}: warning: 'Cache::mu_' and 'Cache::stats_' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}last-owner.cpp:[[#@LINE-26]]:{{[0-9]+}}: note: 'Cache::evict' locks 'Cache::mu_' here ...{{$}}
// CHECK: {{^}}{{.*}}last-owner.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: ... and, still holding it, runs 'Entry::~Entry' ...{{$}}
// CHECK: {{^}}{{.*}}last-owner.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: ... which calls 'Cache::evicted' ...{{$}}
// CHECK: {{^}}{{.*}}last-owner.cpp:[[#@LINE-32]]:{{[0-9]+}}: note: ... which locks 'Cache::stats_' here ('Cache::mu_' before 'Cache::stats_'){{$}}
// CHECK: {{^}}{{.*}}last-owner.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: 'Cache::stats' locks 'Cache::stats_' here ...{{$}}
// CHECK: {{^}}{{.*}}last-owner.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: ... and, still holding it, locks 'Cache::mu_' here ('Cache::stats_' before 'Cache::mu_'){{$}}
// CHECK: {{^}}{{.*}}last-owner.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}last-owner.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}last-owner.cpp:[[#@LINE-27]]:{{[0-9]+}}: note: take them in one order everywhere, or both at once with std::scoped_lock{{$}}
