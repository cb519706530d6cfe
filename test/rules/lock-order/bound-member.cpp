// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// std::bind ties a member function to its object; the result is kept in a list.
#include <functional>
#include <list>
#include <mutex>
#include <thread>
static std::mutex registry;
static std::list<std::function<void()>> callbacks;
class Sink {
public:
  void write() {
    std::lock_guard<std::mutex> hold(lock_);
  }
  void flush() {
    std::lock_guard<std::mutex> a(lock_);
    std::lock_guard<std::mutex> b(registry);
  }

private:
  std::mutex lock_;
};
static Sink sink;
static void notify() {
  std::lock_guard<std::mutex> hold(registry);
  for (auto &callback : callbacks)
    callback();
}
int main() {
  callbacks.push_back(std::bind(&Sink::write, &sink));
  std::thread first(notify), second([] { sink.flush(); });
  first.join();
  second.join();
}

// CHECK: {{^}}{{.*}}bound-member.cpp:[[#@LINE-19]]:{{[0-9]+}}: warning: 'Sink::lock_' and 'registry' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}bound-member.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: 'Sink::flush' locks 'Sink::lock_' here ...{{$}}
// CHECK: {{^}}{{.*}}bound-member.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: ... and, still holding it, locks 'registry' here ('Sink::lock_' before 'registry'){{$}}
// CHECK: {{^}}{{.*}}bound-member.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: 'notify' locks 'registry' here ...{{$}}
// CHECK: {{^}}{{.*}}bound-member.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: ... and, still holding it, calls 'Sink::write' ...{{$}}
// CHECK: {{^}}{{.*}}bound-member.cpp:[[#@LINE-28]]:{{[0-9]+}}: note: ... which locks 'Sink::lock_' here ('registry' before 'Sink::lock_'){{$}}
// CHECK: {{^}}{{.*}}bound-member.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}bound-member.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}bound-member.cpp:[[#@LINE-27]]:{{[0-9]+}}: note: take them in one order everywhere, or both at once with std::scoped_lock{{$}}
