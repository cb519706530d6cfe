// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A detached thread with `this`, and objects that are destroyed.
#include <memory>
#include <string>
#include <thread>
void log(const std::string &);
class View : public std::enable_shared_from_this<View> {
public:
  void load() {
    std::thread([this] { log(text_); }).detach();
  }

private:
  std::string text_;
};
class Poller {
public:
  void start() { std::thread(&Poller::poll, this).detach(); }

private:
  void poll() { log(text_); }
  std::string text_;
};
int main() {
  {
    auto view = std::make_shared<View>();
    view->load();
  }
  auto *poller = new Poller;
  poller->start();
  delete poller;
  log("done");
}

// CHECK: {{^}}{{.*}}object.cpp:[[#@LINE-25]]:{{[0-9]+}}: warning: the thread uses the 'View' object and may outlive it [fearless-borrow-outlives]{{$}}
// CHECK: {{^}}{{.*}}object.cpp:[[#@LINE-26]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}object.cpp:[[#@LINE-27]]:{{[0-9]+}}: note: it is detached here: nobody can join it{{$}}
// CHECK: {{^}}{{.*}}object.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the 'View' object dies here, and the thread may still be running{{$}}
// CHECK: {{^}}{{.*}}object.cpp:[[#@LINE-29]]:{{[0-9]+}}: note: join the thread in the destructor, or let it own the object: capture a std::shared_ptr (shared_from_this()){{$}}
// CHECK: {{^}}{{.*}}object.cpp:[[#@LINE-22]]:{{[0-9]+}}: warning: the thread uses the 'Poller' object and may outlive it [fearless-borrow-outlives]{{$}}
// CHECK: {{^}}{{.*}}object.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}object.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: it is detached here: nobody can join it{{$}}
// CHECK: {{^}}{{.*}}object.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the 'Poller' object dies here, and the thread may still be running{{$}}
// CHECK: {{^}}{{.*}}object.cpp:[[#@LINE-26]]:{{[0-9]+}}: note: join the thread in the destructor, or let it own the object: capture a std::shared_ptr (shared_from_this()){{$}}
