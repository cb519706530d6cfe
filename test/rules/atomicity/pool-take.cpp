// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// release() puts the connection back into the free list without the pool's lock.
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

struct Conn {
  int fd = -1;
};

class ConnPool {
public:
  explicit ConnPool(int n) {
    for (int i = 0; i < n; ++i) free_.push_back(std::make_unique<Conn>());
  }
  std::unique_ptr<Conn> acquire() {
    std::unique_lock<std::mutex> lk(mu_);
    cv_.wait(lk, [this] { return !free_.empty(); });
    auto c = std::move(free_.back());
    free_.pop_back();
    return c;
  }
  void release(std::unique_ptr<Conn> c) {
    free_.push_back(std::move(c));
    cv_.notify_one();
  }

private:
  std::mutex mu_;
  std::condition_variable cv_;
  std::vector<std::unique_ptr<Conn>> free_;
};

static void query(ConnPool &p) {
  auto c = p.acquire();
  c->fd = 3;
  p.release(std::move(c));
}

int main() {
  ConnPool pool(1);
  std::thread a(query, std::ref(pool)), b(query, std::ref(pool));
  a.join();
  b.join();
}

// CHECK: {{^}}{{.*}}pool-take.cpp:[[#@LINE-23]]:{{[0-9]+}}: warning: data race on 'ConnPool::free_': written here while another thread may write it at {{.*}}pool-take.cpp:[[#@LINE-27]]:11 [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}pool-take.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the thread started here reaches the write through 'query' -> 'ConnPool::release'{{$}}
// CHECK: {{^}}{{.*}}pool-take.cpp:[[#@LINE-25]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}pool-take.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write through 'query' -> 'ConnPool::acquire'{{$}}
// CHECK: {{^}}{{.*}}pool-take.cpp:[[#@LINE-31]]:{{[0-9]+}}: note: the write holds 'ConnPool::mu_'{{$}}
// CHECK: {{^}}{{.*}}pool-take.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: hold 'ConnPool::mu_' at every access (4 of 6 do){{$}}
