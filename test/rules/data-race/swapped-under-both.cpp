// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Only the other object is locked while the two change places.
#include <mutex>
#include <thread>
#include <utility>
#include <vector>
class Batch {
public:
  void push(int item) {
    std::lock_guard lock(mutex);
    items.push_back(item);
  }
  void swap(Batch &other) {
    std::unique_lock lock(other.mutex);
    std::swap(items, other.items);
  }

private:
  std::mutex mutex;
  std::vector<int> items;
};
int main() {
  Batch filling, sent;
  std::jthread source([&filling] {
    for (int i = 0; i < 1000; ++i)
      filling.push(i);
  });
  filling.swap(sent);
}

// CHECK: {{^}}{{.*}}swapped-under-both.cpp:[[#@LINE-16]]:{{[0-9]+}}: warning: data race on 'Batch::items': written here while another thread may write it at {{.*}}swapped-under-both.cpp:[[#@LINE-20]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}swapped-under-both.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: the main thread reaches the write through 'main' -> 'Batch::swap'{{$}}
// CHECK: {{^}}{{.*}}swapped-under-both.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: the write holds 'Batch::mutex'{{$}}
// CHECK: {{^}}{{.*}}swapped-under-both.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the thread started here reaches the write through a lambda in 'main' -> 'Batch::push'{{$}}
// CHECK: {{^}}{{.*}}swapped-under-both.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: the write holds 'Batch::mutex'{{$}}
// CHECK: {{^}}{{.*}}swapped-under-both.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: guard 'Batch::items' with a mutex{{$}}
