// RUN: %fearless facts --dump %s -- -std=c++20 | FileCheck %s
// A default argument is evaluated where it is used, and its temporaries die
// with the call.
struct Guard { Guard(int = 2); ~Guard(); };
int compute();
void f(const Guard &g = Guard(), int n = compute());
void use() {
  f();
  f(1);
}
struct Member {
  int n = compute();
  Guard g = Guard(3);
  Member() {}
};
// CHECK-LABEL: body use
// CHECK-NEXT: local #1 : const Guard temporary
// CHECK-NEXT: local #2 : const Guard temporary
// CHECK-NEXT: cleanup 1 destroy %#1 -> 0 callee Guard::~Guard
// CHECK-NEXT: cleanup 2 destroy %#2 -> 0 callee Guard::~Guard
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: construct Guard::Guard(&%#1, 2) temporary unwind 0
// CHECK-NEXT: call compute() -> call#1 unwind 1
// CHECK-NEXT: call f(&%#1, call#1) detail 2 unwind 1
// CHECK-NEXT: destroy Guard::~Guard(&%#1) implicit temporary
// CHECK-NEXT: construct Guard::Guard(&%#2, 1) temporary detail 3 unwind 0
// CHECK-NEXT: call compute() -> call#4 unwind 2
// CHECK-NEXT: call f(&%#2, call#4) detail 5 unwind 2
// CHECK-NEXT: destroy Guard::~Guard(&%#2) implicit temporary
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body Member::Member
// CHECK-NEXT: cleanup 1 destroy $this*.Member::g -> 0 callee Guard::~Guard
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: call compute() -> call#0 unwind 0
// CHECK-NEXT: write $this*.Member::n
// CHECK-NEXT: assign $this*.Member::n = call#0 detail 1
// CHECK-NEXT: construct Guard::Guard(&$this*.Member::g, 3) detail 1 unwind 0
// CHECK-NEXT: block 1 exit
