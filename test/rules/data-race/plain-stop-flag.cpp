// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A flag that ends a loop is neither atomic nor guarded.
#include <chrono>
#include <thread>

class Server {
public:
  void start() { thread_ = std::thread(&Server::loop, this); }
  void stop() {
    running_ = false;
    thread_.join();
  }

private:
  void loop() {
    while (running_)
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  bool running_{true};
  std::thread thread_;
};
int main() {
  Server server;
  server.start();
  server.stop();
}

// CHECK: {{^}}{{.*}}plain-stop-flag.cpp:[[#@LINE-18]]:{{[0-9]+}}: warning: data race on 'Server::running_': written here while another thread may read it at {{.*}}plain-stop-flag.cpp:[[#@LINE-12]]:12 [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}plain-stop-flag.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: the main thread reaches the write through 'main' -> 'Server::stop'{{$}}
// CHECK: {{^}}{{.*}}plain-stop-flag.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}plain-stop-flag.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: the thread started here reaches the read{{$}}
// CHECK: {{^}}{{.*}}plain-stop-flag.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}plain-stop-flag.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: guard 'Server::running_' with a mutex, or make it atomic{{$}}
