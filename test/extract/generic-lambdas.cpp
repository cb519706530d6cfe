// RUN: %fearless facts --dump %s -- -std=c++20 | FileCheck %s
// Each instance of a generic lambda is a function; one that became a function
// pointer is called through a function that makes the closure.
struct A { void lock(); } a;
struct B { void lock(); } b;
int n;
void run(void (*f)(int));
void use() {
  auto one = [](auto &x) { x.lock(); };
  one(a);
  auto two = [](auto &x) { x.lock(); };
  two(a);
  two(b);
  run([](int i) { n = i; });
}
// CHECK-LABEL: body use::lambda#1
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: call A::lock(&$x*) unwind 0
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body use::lambda#2
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: call A::lock(&$x*) unwind 0
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body use::lambda#3
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: call B::lock(&$x*) unwind 0
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body use
// CHECK-NEXT: local one : use::lambda#1 address_taken
// CHECK-NEXT: local two : use::lambda#2 address_taken
// CHECK-NEXT: local #1 : use::lambda#3 temporary
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: closure use::lambda#1 -> %one
// CHECK-NEXT: call use::lambda#1(&%one, &@a) unwind 0
// CHECK-NEXT: closure use::lambda#4 -> %two
// CHECK-NEXT: call use::lambda#2(&%two, &@a) detail 1 unwind 0
// CHECK-NEXT: call use::lambda#3(&%two, &@b) detail 2 unwind 0
// CHECK-NEXT: closure use::lambda#5 -> %#1
// CHECK-NEXT: call run(fn use::lambda::__invoke) detail 3 unwind 0
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body use::lambda#5
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: write @n
// CHECK-NEXT: assign @n = $i detail 1
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body "use::lambda::operator void (*)(int)"
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: return fn use::lambda::__invoke
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body use::lambda::__invoke
// CHECK-NEXT: local #1 : use::lambda#3 temporary
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: call use::lambda#5(&%#1, $i) unwind 0
// CHECK-NEXT: block 1 exit
