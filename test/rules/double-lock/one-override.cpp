// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>

class Sink {
public:
  virtual ~Sink() = default;
  void write(int value) {
    std::lock_guard<std::mutex> lock(mu_);
    ++count_;
    doWrite(value);
  }

protected:
  virtual void doWrite(int value) = 0;
  std::mutex mu_;
  int count_ = 0;
};

class Plain : public Sink {
  void doWrite(int value) override { count_ += value; }
};

class Counting : public Sink {
  void doWrite(int value) override {
    std::lock_guard<std::mutex> lock(mu_);
    count_ += 2 * value;
  }
};

int main() {
  Plain plain;
  Counting counting;
  plain.write(1);
  counting.write(2);
}

// CHECK: {{^}}{{.*}}one-override.cpp:[[#@LINE-27]]:{{[0-9]+}}: warning: 'Sink::mu_' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}one-override.cpp:[[#@LINE-30]]:{{[0-9]+}}: note: 'Sink::write' locks 'Sink::mu_' here ...{{$}}
// CHECK: {{^}}{{.*}}one-override.cpp:[[#@LINE-29]]:{{[0-9]+}}: note: ... and, still holding it, calls 'Counting::doWrite' ...{{$}}
// CHECK: {{^}}{{.*}}one-override.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: ... which locks 'Sink::mu_' here again{{$}}
// CHECK: {{^}}{{.*}}one-override.cpp:[[#@LINE-31]]:{{[0-9]+}}: note: this call runs one of 2 functions; it waits for itself when that is 'Counting::doWrite'{{$}}
// CHECK: {{^}}{{.*}}one-override.cpp:[[#@LINE-32]]:{{[0-9]+}}: note: release 'Sink::mu_' before this call, or give 'Counting::doWrite' a variant that expects the lock to be held{{$}}
