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

// CHECK: {{^}}{{.*}}write-under-reader.cpp:[[#@LINE-20]]:{{[0-9]+}}: warning: data race on 'Table::reads_': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}write-under-reader.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here reaches the write through a lambda in 'main' -> 'Table::get'{{$}}
// CHECK: {{^}}{{.*}}write-under-reader.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: the write holds 'Table::mu_'{{$}}
// CHECK: {{^}}{{.*}}write-under-reader.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write through a lambda in 'main' -> 'Table::get'{{$}}
// CHECK: {{^}}{{.*}}write-under-reader.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: the write holds 'Table::mu_'{{$}}
// CHECK: {{^}}{{.*}}write-under-reader.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: hold 'Table::mu_' at every access (1 of 2 do), or make 'Table::reads_' atomic{{$}}
