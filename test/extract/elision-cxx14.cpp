// RUN: %fearless facts --dump %s -- -std=c++14 | FileCheck %s
// Before C++17 the syntax has a copy that no compiler makes.
struct Guard {
  Guard(int);
  Guard(Guard &&);
  ~Guard();
};
Guard make() { return Guard(1); }
void use() {
  Guard g = make();
}
// CHECK-LABEL: body make
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: construct Guard::Guard(&return, 1) unwind 0
// CHECK-NEXT: return object return
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body use
// CHECK-NEXT: local g : Guard
// CHECK-NEXT: cleanup 1 destroy %g -> 0 callee Guard::~Guard
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: call make() -> %g unwind 0
// CHECK-NEXT: destroy Guard::~Guard(&%g) implicit
// CHECK-NEXT: block 1 exit
