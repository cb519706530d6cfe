// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A member of the program's own window, by a pointer, through two calls.
#include "Inputs/qt.h"
#include <thread>
class Window : public QWidget {
public:
  Window() : Label(new QLabel) {}
  void run() {
    Worker = std::thread([this] { progress(1); });
  }
  void finish() { Worker.join(); }

private:
  void progress(int N) { Label->setNum(N); }
  QLabel *Label;
  std::thread Worker;
};
int main() {
  Window W;
  W.run();
  W.finish();
}

// CHECK: {{^}}{{.*}}window.cpp:[[#@LINE-10]]:{{[0-9]+}}: warning: 'Window::Label' is used off its thread: only the main thread, which made it, may use this 'QLabel' [fearless-thread-bound]{{$}}
// CHECK: {{^}}{{.*}}window.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: the use, through a lambda in 'Window::run' -> 'Window::progress', runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}window.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: the object is made here{{$}}
// CHECK: {{^}}{{.*}}window.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: let its own thread do this: hand the call to that thread's event loop or queue{{$}}
