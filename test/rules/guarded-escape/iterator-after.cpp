// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The iterator outlives the hold in which it was found.
#include <map>
#include <mutex>
#include <thread>

class Table {
public:
  void remove(int Key) {
    std::lock_guard<std::mutex> Guard(Mu);
    Rows.erase(Key);
  }
  int look(int Key) {
    std::unique_lock<std::mutex> Lock(Mu);
    auto It = Rows.find(Key);
    if (It == Rows.end())
      return 0;
    Lock.unlock();
    return It->second;
  }

private:
  std::mutex Mu;
  std::map<int, int> Rows;
};

int main() {
  Table T;
  std::thread Other([&] { T.remove(1); });
  int Row = T.look(1);
  Other.join();
  return Row;
}

// CHECK: {{^}}{{.*}}iterator-after.cpp:[[#@LINE-16]]:{{[0-9]+}}: warning: this uses a reference to 'Table::Rows' after 'Table::Mu', which guards it, was released [fearless-guarded-escape]{{$}}
// CHECK: {{^}}{{.*}}iterator-after.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: 'Table::look' locks 'Table::Mu' here{{$}}
// CHECK: {{^}}{{.*}}iterator-after.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: the reference to 'Table::Rows' is made here, under the lock{{$}}
// CHECK: {{^}}{{.*}}iterator-after.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: it is used here, when the lock is not held any more{{$}}
// CHECK: {{^}}{{.*}}iterator-after.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the thread started here may get in between, through a lambda in 'main' -> 'Table::remove'{{$}}
// CHECK: {{^}}{{.*}}iterator-after.cpp:[[#@LINE-29]]:{{[0-9]+}}: note: it changes 'Table::Rows' here under 'Table::Mu'{{$}}
// CHECK: {{^}}{{.*}}iterator-after.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: hold 'Table::Mu' until the last use, or copy what is needed under it{{$}}
