// RUN: %fearless facts --dump %s -- -std=c++20 | FileCheck %s
// A destructor's place is where the scope ends: what a reader would point at.
struct Guard { Guard(); ~Guard(); };
int use(bool c) {
  Guard outer;
  if (c) {
    Guard inner;
  } // CHECK: destroy Guard::~Guard(&%inner) implicit :[[#@LINE]]:3
  while (c) {
    Guard looped;
    break; // CHECK: destroy Guard::~Guard(&%looped) implicit :[[#@LINE]]:5
  }
  return 1;
  // CHECK: return 1 :[[#@LINE-1]]:3
  // CHECK-NEXT: destroy Guard::~Guard(&%outer) implicit :[[#@LINE-2]]:3
}
void end() {
  Guard g;
  // CHECK: destroy Guard::~Guard(&%g) implicit :[[#@LINE+1]]:1
}
