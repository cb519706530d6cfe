// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Commands are found by name, and run under the lock of the table.
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
static std::mutex table_lock, store_lock;
static std::map<std::string, std::function<void(int)>> table;
static void put(int) {
  std::lock_guard<std::mutex> hold(store_lock);
}
static void run(const std::string &name) {
  std::lock_guard<std::mutex> hold(table_lock);
  auto command = table.find(name);
  if (command != table.end())
    command->second(1);
}
static void dump() {
  std::lock_guard<std::mutex> a(store_lock);
  std::lock_guard<std::mutex> b(table_lock);
}
int main() {
  table.emplace("put", put);
  std::thread first([] { run("put"); }), second(dump);
  first.join();
  second.join();
}

// CHECK: {{^}}{{.*}}callbacks-in-map.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: 'table_lock' and 'store_lock' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}callbacks-in-map.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: 'run' locks 'table_lock' here ...{{$}}
// CHECK: {{^}}{{.*}}callbacks-in-map.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: ... and, still holding it, calls 'put' ...{{$}}
// CHECK: {{^}}{{.*}}callbacks-in-map.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: ... which locks 'store_lock' here ('table_lock' before 'store_lock'){{$}}
// CHECK: {{^}}{{.*}}callbacks-in-map.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: 'dump' locks 'store_lock' here ...{{$}}
// CHECK: {{^}}{{.*}}callbacks-in-map.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: ... and, still holding it, locks 'table_lock' here ('store_lock' before 'table_lock'){{$}}
// CHECK: {{^}}{{.*}}callbacks-in-map.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}callbacks-in-map.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}callbacks-in-map.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: take them in one order everywhere, or both at once with std::scoped_lock{{$}}
