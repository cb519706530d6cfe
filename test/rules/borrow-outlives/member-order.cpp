// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Members that join when they are destroyed, declared before what their threads
// use.
#include <future>
#include <string>
#include <thread>
void log(const std::string &);
class Worker {
public:
  Worker() : thread_([this] { log(text_); }) {}
  ~Worker() { thread_.request_stop(); }

private:
  std::jthread thread_;
  std::string text_;
};
class Loader {
public:
  void load() {
    done_ = std::async(std::launch::async, [this] { log(name_); });
  }

private:
  std::future<void> done_;
  std::string name_;
};
void run() {
  Worker worker;
  Loader loader;
  loader.load();
}

// CHECK: {{^}}{{.*}}member-order.cpp:[[#@LINE-19]]:{{[0-9]+}}: warning: 'Worker::thread_' is declared before 'Worker::text_', which its thread uses: 'Worker::text_' is destroyed first, and only then the thread is joined [fearless-borrow-outlives]{{$}}
// CHECK: {{^}}{{.*}}member-order.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}member-order.cpp:[[#@LINE-25]]:{{[0-9]+}}: note: it uses 'Worker::text_' here{{$}}
// CHECK: {{^}}{{.*}}member-order.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: 'Worker::text_' is declared here{{$}}
// CHECK: {{^}}{{.*}}member-order.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: declare 'Worker::thread_' after what its thread uses, or join it in the destructor{{$}}
// CHECK: {{^}}{{.*}}member-order.cpp:[[#@LINE-14]]:{{[0-9]+}}: warning: 'Loader::done_' is declared before 'Loader::name_', which its thread uses: 'Loader::name_' is destroyed first, and only then the thread is joined [fearless-borrow-outlives]{{$}}
// CHECK: {{^}}{{.*}}member-order.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}member-order.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: it uses 'Loader::name_' here{{$}}
// CHECK: {{^}}{{.*}}member-order.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: 'Loader::name_' is declared here{{$}}
// CHECK: {{^}}{{.*}}member-order.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: declare 'Loader::done_' after what its thread uses, or join it in the destructor{{$}}
