// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The table is shared, but every reader has a once flag of its own for it.
#include <mutex>
#include <thread>
#include <vector>

static std::vector<int> table;

class Reader {
public:
  int at(size_t i) {
    std::call_once(filled, [] { table.assign(10, 3); });
    return table[i];
  }

private:
  std::once_flag filled;
};

static void sum(int *to) {
  Reader reader;
  *to = reader.at(1) + reader.at(2);
}

int main() {
  int a = 0, b = 0;
  std::thread first(sum, &a), second(sum, &b);
  first.join();
  second.join();
  return a - b;
}

// CHECK: {{^}}{{.*}}once-flag-of-object.cpp:[[#@LINE-21]]:{{[0-9]+}}: warning: data race on 'table': written here while another thread may read it at {{.*}}once-flag-of-object.cpp:[[#@LINE-20]]:12 [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}once-flag-of-object.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here reaches the write through 'sum' -> 'Reader::at' -> a lambda in 'Reader::at'{{$}}
// CHECK: {{^}}{{.*}}once-flag-of-object.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: the write holds 'Reader::filled'{{$}}
// CHECK: {{^}}{{.*}}once-flag-of-object.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the read through 'sum' -> 'Reader::at'{{$}}
// CHECK: {{^}}{{.*}}once-flag-of-object.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: the read holds 'Reader::filled'{{$}}
// CHECK: {{^}}{{.*}}once-flag-of-object.cpp:[[#@LINE-25]]:{{[0-9]+}}: note: the two hold different locks of one name{{$}}
// CHECK: {{^}}{{.*}}once-flag-of-object.cpp:[[#@LINE-32]]:{{[0-9]+}}: note: guard 'table' with a mutex{{$}}
