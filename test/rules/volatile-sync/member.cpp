// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A member of the class whose method runs on the thread.
#include <thread>

class Poller {
public:
  Poller() : running_(true), thread_([this] { run(); }) {}
  ~Poller() {
    running_ = false;
    thread_.join();
  }
  void pause() { running_ = false; }

private:
  void run() {
    while (running_)
      std::this_thread::yield();
  }
  volatile bool running_;
  std::thread thread_;
};

int main() {
  Poller poller;
  poller.pause();
}

// CHECK: {{^}}{{.*}}member.cpp:[[#@LINE-16]]:{{[0-9]+}}: warning: 'Poller::running_' is volatile, which does not order threads: written here while another thread may read it at {{.*}}member.cpp:[[#@LINE-12]]:{{[0-9]+}} [fearless-volatile-sync]{{$}}
// CHECK: {{^}}{{.*}}member.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: the main thread reaches the write through 'main' -> 'Poller::pause'{{$}}
// CHECK: {{^}}{{.*}}member.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}member.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: the thread started here reaches the read through a lambda in 'Poller::Poller' -> 'Poller::run'{{$}}
// CHECK: {{^}}{{.*}}member.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}member.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: make 'Poller::running_' a std::atomic instead of volatile{{$}}
