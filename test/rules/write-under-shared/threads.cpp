// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A write under a hold that readers share.
#include <mutex>
#include <shared_mutex>
#include <thread>
class Table {
public:
  int get() {
    std::shared_lock<std::shared_mutex> lock(mu_);
    ++reads_;
    return value_;
  }
  void set(int v) {
    std::unique_lock<std::shared_mutex> lock(mu_);
    value_ = v;
  }

private:
  std::shared_mutex mu_;
  int value_ = 0, reads_ = 0;
};
int main() {
  Table table;
  std::thread a([&] { table.get(); }), b([&] { table.get(); });
  table.set(3);
  a.join();
  b.join();
}

// CHECK: {{^}}{{.*}}threads.cpp:[[#@LINE-20]]:{{[0-9]+}}: warning: 'Table::reads_' is written here while 'Table::mu_' is held only as a reader, as others may hold it at once [fearless-write-under-shared]{{$}}
// CHECK: {{^}}{{.*}}threads.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: 'Table::get' takes 'Table::mu_' as a reader here{{$}}
// CHECK: {{^}}{{.*}}threads.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write through a lambda in 'main' -> 'Table::get'{{$}}
// CHECK: {{^}}{{.*}}threads.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: the write holds 'Table::mu_'{{$}}
// CHECK: {{^}}{{.*}}threads.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: lock 'Table::mu_' exclusively for this write, or make 'Table::reads_' atomic{{$}}
