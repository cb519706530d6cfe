// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Done without an item, too.
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
static int document;
class Queue {
public:
  void push(int n) {
    std::lock_guard<std::mutex> hold(mu);
    items.push_back(n);
  }
  bool pop(int &n) {
    std::lock_guard<std::mutex> hold(mu);
    if (items.empty())
      return false;
    n = items.front();
    items.pop_front();
    return true;
  }

private:
  std::mutex mu;
  std::deque<int> items;
};
static Queue queue;
int main() {
  std::thread worker([] {
    int n;
    if (queue.pop(n) || true)
      document += n;
  });
  document = 1;
  queue.push(2);
  worker.join();
}

// CHECK: {{^}}{{.*}}queue-handover.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: data race on 'document': written here while another thread may write it at {{.*}}queue-handover.cpp:[[#@LINE-7]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}queue-handover.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the main thread reaches the write{{$}}
// CHECK: {{^}}{{.*}}queue-handover.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}queue-handover.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}queue-handover.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}queue-handover.cpp:[[#@LINE-37]]:{{[0-9]+}}: note: guard 'document' with a mutex, or make it atomic{{$}}
