// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A view into a string that others change.
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

class Status {
public:
  void set(std::string To) {
    std::lock_guard<std::mutex> Guard(Mu);
    Text = std::move(To);
  }
  std::string_view get() const {
    std::lock_guard<std::mutex> Guard(Mu);
    return Text;
  }

private:
  mutable std::mutex Mu;
  std::string Text;
};

int main() {
  Status Now;
  std::thread Writer([&] { Now.set("ready"); });
  unsigned long Size = Now.get().size();
  Writer.join();
  return Size > 100;
}

// CHECK: {{^}}{{.*}}returned-view.cpp:[[#@LINE-16]]:{{[0-9]+}}: warning: a reference to 'Status::Text' is returned, but 'Status::Mu', which guards it, is released on return [fearless-guarded-escape]{{$}}
// CHECK: {{^}}{{.*}}returned-view.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: 'Status::get' locks 'Status::Mu' here{{$}}
// CHECK: {{^}}{{.*}}returned-view.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: the reference to 'Status::Text' is made here, under the lock{{$}}
// CHECK: {{^}}{{.*}}returned-view.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: it is returned here; the lock is given back before the caller can use it{{$}}
// CHECK: {{^}}{{.*}}returned-view.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the thread started here may get in between, through a lambda in 'main' -> 'Status::set'{{$}}
// CHECK: {{^}}{{.*}}returned-view.cpp:[[#@LINE-25]]:{{[0-9]+}}: note: it changes 'Status::Text' here under 'Status::Mu'{{$}}
// CHECK: {{^}}{{.*}}returned-view.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: give out a copy, or the lock together with the reference{{$}}
