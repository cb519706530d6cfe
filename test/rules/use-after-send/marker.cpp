// RUN: not %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// What was given to the channel is read again.
#include <fearless/annotations.h>
#include <memory>
#include <thread>
#include <utility>
template <class T> class Channel {
public:
  void send(FEARLESS_SENDS T Value);
  FEARLESS_RECEIVES T receive();
};
static Channel<std::unique_ptr<int>> Line;
int main() {
  std::thread Reader([] { return *Line.receive(); });
  auto Value = std::make_unique<int>(1);
  Line.send(std::move(Value));
  int Again = *Value;
  Reader.join();
  return Again;
}

// CHECK: {{^}}{{.*}}marker.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: 'Value' is used here after it was moved to another thread [fearless-use-after-send]{{$}}
// CHECK: {{^}}{{.*}}marker.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: 'Value' is moved here, to another thread{{$}}
// CHECK: {{^}}{{.*}}marker.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: take what is needed from 'Value' before it is moved, or give it a new value{{$}}
