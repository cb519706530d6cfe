// RUN: %fearless facts --dump %s -- -std=c++20 | FileCheck %s
// A temporary that is built on some ways only is destroyed on those: a flag
// tells which.
struct Mutex {} m1, m2;
struct Guard { Guard(Mutex &); ~Guard(); int value(); };
int look(const Guard &);
int use(bool c) {
  if (c && Guard(m1).value())
    return 1;
  return look(c ? Guard(m1) : Guard(m2));
}
const Guard &extended(bool c) {
  const Guard &g = c ? Guard(m1) : Guard(m2);
  return g;
}
// CHECK-LABEL: body use
// CHECK-NEXT: local #1 : bool temporary
// CHECK-NEXT: local #2 : bool temporary
// CHECK-NEXT: local #3 : bool temporary
// CHECK-NEXT: local #4 : Guard temporary
// CHECK-NEXT: local #5 : Guard temporary
// CHECK-NEXT: cleanup 1 destroy %#4 -> 0 callee Guard::~Guard
// CHECK-NEXT: cleanup 2 destroy %#5 -> 0 callee Guard::~Guard
// CHECK-NEXT: block 0 -> 1 2
// CHECK-NEXT: assign %#1 = 0 detail 1
// CHECK-NEXT: assign %#2 = 0 detail 1
// CHECK-NEXT: assign %#3 = 0 detail 1
// CHECK-NEXT: assume $c
// CHECK-NEXT: block 1 -> 2
// CHECK-NEXT: construct Guard::Guard(&%#4, &@m1) temporary unwind 0
// CHECK-NEXT: assign %#1 = 1 detail 2
// CHECK-NEXT: call Guard::value(&%#4) -> call#1 unwind 1
// CHECK-NEXT: assign %#3 = call#1 detail 2
// CHECK-NEXT: block 2 -> 3 4
// CHECK-NEXT: assume %#1~3
// CHECK-NEXT: block 3 -> 4
// CHECK-NEXT: destroy Guard::~Guard(&%#4) implicit temporary
// CHECK-NEXT: assign %#1 = 0 detail 4
// CHECK-NEXT: block 4 -> 5 6
// CHECK-NEXT: assume %#3~3
// CHECK-NEXT: block 5 -> 13
// CHECK-NEXT: return 1
// CHECK-NEXT: block 6 -> 7 8
// CHECK-NEXT: assume $c
// CHECK-NEXT: block 7 -> 9
// CHECK-NEXT: construct Guard::Guard(&%#5, &@m1) temporary detail 2 unwind 0
// CHECK-NEXT: block 8 -> 9
// CHECK-NEXT: construct Guard::Guard(&%#5, &@m2) temporary detail 3 unwind 0
// CHECK-NEXT: assign %#2 = 1 detail 2
// CHECK-NEXT: block 9 -> 10 11
// CHECK-NEXT: call look(&%#5) -> call#4 unwind 2
// CHECK-NEXT: assume %#2~3
// CHECK-NEXT: block 10 -> 12
// CHECK-NEXT: destroy Guard::~Guard(&%#5) implicit temporary
// CHECK-NEXT: assign %#2 = 0 detail 4
// CHECK-NEXT: block 11 -> 12
// CHECK-NEXT: destroy Guard::~Guard(&%#5) implicit temporary
// CHECK-NEXT: block 12 -> 13
// CHECK-NEXT: return call#4
// CHECK-NEXT: block 13 exit
//
// CHECK-LABEL: body extended
// CHECK-NEXT: local #1 : Guard temporary
// CHECK-NEXT: local g : const Guard & reference
// CHECK-NEXT: cleanup 1 destroy %#1 -> 0 callee Guard::~Guard
// CHECK-NEXT: block 0 -> 1 2
// CHECK-NEXT: assume $c
// CHECK-NEXT: block 1 -> 3
// CHECK-NEXT: construct Guard::Guard(&%#1, &@m1) temporary unwind 0
// CHECK-NEXT: block 2 -> 3
// CHECK-NEXT: construct Guard::Guard(&%#1, &@m2) temporary detail 1 unwind 0
// CHECK-NEXT: block 3 -> 4
// CHECK-NEXT: return &%#1
// CHECK-NEXT: destroy Guard::~Guard(&%#1) implicit
// CHECK-NEXT: block 4 exit
