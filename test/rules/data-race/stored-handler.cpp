// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A callable that was stored is run by two threads.
#include <functional>
#include <thread>
class Button {
public:
  void onClick(std::function<void()> f) { handler_ = std::move(f); }
  void click() { handler_(); }

private:
  std::function<void()> handler_;
};
int main() {
  int clicks = 0;
  Button button;
  button.onClick([&clicks] { ++clicks; });
  std::thread t([&] { button.click(); });
  button.click();
  t.join();

  return clicks;
}

// CHECK: {{^}}{{.*}}stored-handler.cpp:[[#@LINE-8]]:{{[0-9]+}}: warning: data race on 'clicks': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}stored-handler.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the main thread reaches the write through 'main' -> 'Button::click' -> a lambda in 'main'{{$}}
// CHECK: {{^}}{{.*}}stored-handler.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}stored-handler.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the thread started here reaches the write through a lambda in 'main' -> 'Button::click' -> a lambda in 'main'{{$}}
// CHECK: {{^}}{{.*}}stored-handler.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}stored-handler.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: guard 'clicks' with a mutex, or make it atomic{{$}}
