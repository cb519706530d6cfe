// RUN: not %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// After the join nothing runs at once, and it is wrong all the same: the thread
// made the loop, main uses it.
#include <fearless/annotations.h>
#include <thread>
class FEARLESS_THREAD_BOUND Loop {
public:
  void post(int Event) { Last = Event; }

private:
  int Last = 0;
};
class Server {
public:
  void start() {
    Worker = std::thread([this] {
      Own = new Loop;
      Own->post(1);
    });
  }
  void stop() {
    Worker.join();
    Own->post(0);
  }

private:
  Loop *Own = nullptr;
  std::thread Worker;
};
int main() {
  Server S;
  S.start();
  S.stop();
}

// CHECK: {{^}}{{.*}}marked.cpp:[[#@LINE-13]]:{{[0-9]+}}: warning: 'Server::Own' is used off its thread: only the thread started at {{.*}}marked.cpp:[[#@LINE-20]]:{{[0-9]+}}, which made it, may use this 'Loop' [fearless-thread-bound]{{$}}
// CHECK: {{^}}{{.*}}marked.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the use, through 'main' -> 'Server::stop', runs on the main thread{{$}}
// CHECK: {{^}}{{.*}}marked.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: the object is made here{{$}}
// CHECK: {{^}}{{.*}}marked.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: let its own thread do this: hand the call to that thread's event loop or queue{{$}}
