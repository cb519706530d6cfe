// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Handlers are objects, owned through their base class.
#include <memory>
#include <mutex>
#include <thread>
#include <vector>
static std::mutex registry, sink;
struct Handler {
  virtual ~Handler() = default;
  virtual void handle() = 0;
};
struct Writer : Handler {
  void handle() override {
    std::lock_guard<std::mutex> hold(sink);
  }
};
static std::vector<std::unique_ptr<Handler>> handlers;
static void notify() {
  std::lock_guard<std::mutex> hold(registry);
  for (auto &handler : handlers)
    handler->handle();
}
static void flush() {
  std::lock_guard<std::mutex> a(sink);
  std::lock_guard<std::mutex> b(registry);
}
int main() {
  handlers.push_back(std::make_unique<Writer>());
  std::thread first(notify), second(flush);
  first.join();
  second.join();
}

// CHECK: {{^}}{{.*}}owned-bases.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: 'registry' and 'sink' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}owned-bases.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: 'notify' locks 'registry' here ...{{$}}
// CHECK: {{^}}{{.*}}owned-bases.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: ... and, still holding it, calls 'Writer::handle' ...{{$}}
// CHECK: {{^}}{{.*}}owned-bases.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: ... which locks 'sink' here ('registry' before 'sink'){{$}}
// CHECK: {{^}}{{.*}}owned-bases.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: 'flush' locks 'sink' here ...{{$}}
// CHECK: {{^}}{{.*}}owned-bases.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: ... and, still holding it, locks 'registry' here ('sink' before 'registry'){{$}}
// CHECK: {{^}}{{.*}}owned-bases.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}owned-bases.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}owned-bases.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: take them in one order everywhere, or both at once with std::scoped_lock{{$}}
