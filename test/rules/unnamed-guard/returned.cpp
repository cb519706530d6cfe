// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A function returns a guard, and the caller drops it.
#include <mutex>
class Roster {
public:
  std::unique_lock<std::mutex> locked() {
    return std::unique_lock<std::mutex>(mu_);
  }
  int size = 0;

private:
  std::mutex mu_;
};

void enlist(Roster &roster) {
  roster.locked();
  ++roster.size;
}

// CHECK: {{^}}{{.*}}returned.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: this guard of 'Roster::mu_' has no name and unlocks at the end of this statement [fearless-unnamed-guard]{{$}}
// CHECK: {{^}}{{.*}}returned.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: give it a name, so that it lives to the end of the block{{$}}
