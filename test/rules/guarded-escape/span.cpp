// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A span over a buffer that is replaced under the lock.
#include <mutex>
#include <span>
#include <thread>
#include <vector>

class Frame {
public:
  void resize(unsigned Size) {
    std::lock_guard<std::mutex> Guard(Mu);
    Pixels.resize(Size);
  }
  std::span<const unsigned char> pixels() const {
    std::lock_guard<std::mutex> Guard(Mu);
    return {Pixels.data(), Pixels.size()};
  }

private:
  mutable std::mutex Mu;
  std::vector<unsigned char> Pixels;
};

int main() {
  Frame F;
  std::thread Other([&] { F.resize(64); });
  unsigned long Sum = 0;
  for (unsigned char P : F.pixels())
    Sum += P;
  Other.join();
  return Sum > 100;
}

// CHECK: {{^}}{{.*}}span.cpp:[[#@LINE-18]]:{{[0-9]+}}: warning: a reference to 'Frame::Pixels' is returned, but 'Frame::Mu', which guards it, is released on return [fearless-guarded-escape]{{$}}
// CHECK: {{^}}{{.*}}span.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: 'Frame::pixels' locks 'Frame::Mu' here{{$}}
// CHECK: {{^}}{{.*}}span.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: the reference to 'Frame::Pixels' is made here, under the lock{{$}}
// CHECK: {{^}}{{.*}}span.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: it is returned here; the lock is given back before the caller can use it{{$}}
// CHECK: {{^}}{{.*}}span.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the thread started here may get in between, through a lambda in 'main' -> 'Frame::resize'{{$}}
// CHECK: {{^}}{{.*}}span.cpp:[[#@LINE-27]]:{{[0-9]+}}: note: it changes 'Frame::Pixels' here under 'Frame::Mu'{{$}}
// CHECK: {{^}}{{.*}}span.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: give out a copy, or the lock together with the reference{{$}}
