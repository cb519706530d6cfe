// RUN: %fearless facts --dump %s -- -std=c++20 | FileCheck %s
// Every instance of a user's template is extracted; the pattern is not.
struct Mutex { void lock(); } mu;
template <class T, int N> struct Box {
  T value;
  Mutex m;
  void set(T v) { m.lock(); value = v; }
  void unused() { m.lock(); }
  template <class U> U as() { return U(value); }
  static int count;
};
template <class T, int N> int Box<T, N>::count = sizeof(T) * N;
template <class T> void twice(T f) { f(); f(); }
template struct Box<char, 1>;
void use() {
  Box<int, 2> b;
  b.set(1);
  b.as<long>();
  twice([] { mu.lock(); });
}
// CHECK-LABEL: body Box::set#1
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: call Mutex::lock(&$this*.Box#1::m) unwind 0
// CHECK-NEXT: write $this*.Box#1::value
// CHECK-NEXT: assign $this*.Box#1::value = $v detail 1
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body Box::unused
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: call Mutex::lock(&$this*.Box#1::m) unwind 0
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body Box::set#2
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: call Mutex::lock(&$this*.Box#2::m) unwind 0
// CHECK-NEXT: write $this*.Box#2::value
// CHECK-NEXT: assign $this*.Box#2::value = $v detail 1
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body Box::as
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: read $this*.Box#2::value
// CHECK-NEXT: return $this*.Box#2::value
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body twice
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: call use::lambda(&$f) unwind 0
// CHECK-NEXT: call use::lambda(&$f) detail 1 unwind 0
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body use
// CHECK-NEXT: local b : Box#2 address_taken
// CHECK-NEXT: local #1 : use::lambda temporary
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: call Box::set#2(&%b, 1) unwind 0
// CHECK-NEXT: call Box::as(&%b) -> call#1 unwind 0
// CHECK-NEXT: closure use::lambda -> %#1
// CHECK-NEXT: call twice(object %#1) detail 2 unwind 0
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body use::lambda
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: call Mutex::lock(&@mu) unwind 0
// CHECK-NEXT: block 1 exit
