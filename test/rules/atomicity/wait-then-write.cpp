// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The wait gives the lock back: what was read before it is old.
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

class Tickets {
public:
  void take() {
    std::unique_lock<std::mutex> Lock(Mu);
    int Left = Free;
    while (!Open)
      Opened.wait(Lock);
    Free = Left - 1;
  }
  void open() {
    std::lock_guard<std::mutex> Guard(Mu);
    Open = true;
    Opened.notify_all();
  }

private:
  std::mutex Mu;
  std::condition_variable Opened;
  bool Open = false;
  int Free = 10;
  std::string Title;
};

int main() {
  Tickets T;
  std::thread First([&] { T.take(); });
  std::thread Second([&] { T.take(); });
  T.open();
  First.join();
  Second.join();
}

// CHECK: {{^}}{{.*}}wait-then-write.cpp:[[#@LINE-25]]:{{[0-9]+}}: warning: 'Tickets::Free' is written back from a value that was read before, and loses what another thread writes while 'Tickets::Mu' is released [fearless-atomicity]{{$}}
// CHECK: {{^}}{{.*}}wait-then-write.cpp:[[#@LINE-30]]:{{[0-9]+}}: note: 'Tickets::take' locks 'Tickets::Mu' here{{$}}
// CHECK: {{^}}{{.*}}wait-then-write.cpp:[[#@LINE-30]]:{{[0-9]+}}: note: 'Tickets::take' reads 'Tickets::Free' here{{$}}
// CHECK: {{^}}{{.*}}wait-then-write.cpp:[[#@LINE-29]]:{{[0-9]+}}: note: 'Tickets::Mu' is released here{{$}}
// CHECK: {{^}}{{.*}}wait-then-write.cpp:[[#@LINE-30]]:{{[0-9]+}}: note: 'Tickets::take' locks 'Tickets::Mu' here{{$}}
// CHECK: {{^}}{{.*}}wait-then-write.cpp:[[#@LINE-30]]:{{[0-9]+}}: note: 'Tickets::take' writes 'Tickets::Free' here{{$}}
// CHECK: {{^}}{{.*}}wait-then-write.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the thread started here may get in between, through a lambda in 'main' -> 'Tickets::take'{{$}}
// CHECK: {{^}}{{.*}}wait-then-write.cpp:[[#@LINE-32]]:{{[0-9]+}}: note: it writes 'Tickets::Free' here under a hold of 'Tickets::Mu' of its own{{$}}
// CHECK: {{^}}{{.*}}wait-then-write.cpp:[[#@LINE-33]]:{{[0-9]+}}: note: keep 'Tickets::Mu' from the read to the write, or look at 'Tickets::Free' again under the second hold{{$}}
