// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The sum of two threads' additions loses one.
#include <map>
#include <mutex>
#include <string>
#include <thread>

class Counters {
public:
  int get(const std::string &Key) {
    std::lock_guard<std::mutex> Guard(Mu);
    return Values[Key];
  }
  void set(const std::string &Key, int Value) {
    std::lock_guard<std::mutex> Guard(Mu);
    Values[Key] = Value;
  }

private:
  std::mutex Mu;
  std::map<std::string, int> Values;
};

static void count(Counters &C, const std::string &Key) {
  int Now = C.get(Key);
  C.set(Key, Now + 1);
}

int main() {
  Counters C;
  std::thread First([&] { count(C, "hits"); });
  std::thread Second([&] { count(C, "hits"); });
  First.join();
  Second.join();
}

// CHECK: {{^}}{{.*}}get-then-set.cpp:[[#@LINE-11]]:{{[0-9]+}}: warning: 'Counters::Values' is written back from a value that was read before, and loses what another thread writes while 'Counters::Mu' is released [fearless-atomicity]{{$}}
// CHECK: {{^}}{{.*}}get-then-set.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: 'count' calls 'Counters::get' here ...{{$}}
// CHECK: {{^}}{{.*}}get-then-set.cpp:[[#@LINE-27]]:{{[0-9]+}}: note: ... which reads 'Counters::Values' here, under a hold of 'Counters::Mu' that ends with the call{{$}}
// CHECK: {{^}}{{.*}}get-then-set.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: 'count' calls 'Counters::set' here ...{{$}}
// CHECK: {{^}}{{.*}}get-then-set.cpp:[[#@LINE-25]]:{{[0-9]+}}: note: ... which writes 'Counters::Values' here, under a hold of 'Counters::Mu' that ends with the call{{$}}
// CHECK: {{^}}{{.*}}get-then-set.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the thread started here may get in between, through a lambda in 'main' -> 'count' -> 'Counters::get'{{$}}
// CHECK: {{^}}{{.*}}get-then-set.cpp:[[#@LINE-31]]:{{[0-9]+}}: note: it writes 'Counters::Values' here under a hold of 'Counters::Mu' of its own{{$}}
// CHECK: {{^}}{{.*}}get-then-set.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: keep 'Counters::Mu' from the read to the write, or look at 'Counters::Values' again under the second hold{{$}}
