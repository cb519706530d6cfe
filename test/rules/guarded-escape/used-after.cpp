// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The pointer is made in the hold and used behind it.
#include <map>
#include <mutex>
#include <string>
#include <thread>

static std::mutex Mu;
static std::map<std::string, std::string> Settings;

static void set(const std::string &Name, const std::string &Value) {
  std::lock_guard<std::mutex> Guard(Mu);
  Settings[Name] = Value;
}

static unsigned long size(const std::string &Name) {
  const std::string *Value = nullptr;
  {
    std::lock_guard<std::mutex> Guard(Mu);
    Value = &Settings[Name];
  }
  return Value->size();
}

int main() {
  std::thread Writer([] { set("a", "b"); });
  unsigned long Size = size("a");
  Writer.join();
  return Size > 100;
}

// CHECK: {{^}}{{.*}}used-after.cpp:[[#@LINE-10]]:{{[0-9]+}}: warning: this uses a reference to 'Settings' after 'Mu', which guards it, was released [fearless-guarded-escape]{{$}}
// CHECK: {{^}}{{.*}}used-after.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: 'size' locks 'Mu' here{{$}}
// CHECK: {{^}}{{.*}}used-after.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: the reference to 'Settings' is made here, under the lock{{$}}
// CHECK: {{^}}{{.*}}used-after.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: it is used here, when the lock is not held any more{{$}}
// CHECK: {{^}}{{.*}}used-after.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the thread started here may get in between, through a lambda in 'main' -> 'set'{{$}}
// CHECK: {{^}}{{.*}}used-after.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: it changes 'Settings' here under 'Mu'{{$}}
// CHECK: {{^}}{{.*}}used-after.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: hold 'Mu' until the last use, or copy what is needed under it{{$}}
