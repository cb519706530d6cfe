// RUN: %fearless facts --dump %s -- -std=c++20 | FileCheck %s
// Structured bindings and range-for are references or copies, as written.
struct Mutex { void lock(); };
struct Pair { Mutex *p; Mutex m; };
struct Range {
  Mutex *begin();
  Mutex *end();
};
void bind(Pair &pair) {
  auto &[p, m] = pair;
  m.lock();
  p->lock();
  auto [q, copy] = pair;
  copy.lock();
}
void loop(Range &r, Mutex (&a)[3]) {
  for (Mutex &m : r)
    m.lock();
  for (Mutex &m : a)
    m.lock();
}
// CHECK-LABEL: body bind
// CHECK-NEXT: local #1 : Pair & reference
// CHECK-NEXT: local #2 : Pair
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: call Mutex::lock(&$pair*.Pair::m) unwind 0
// CHECK-NEXT: read $pair*.Pair::p
// CHECK-NEXT: call Mutex::lock(&$pair*.Pair::p*) detail 1 unwind 0
// CHECK-NEXT: read $pair*
// CHECK-NEXT: assign %#2 = object $pair*
// CHECK-NEXT: call Mutex::lock(&%#2.Pair::m) detail 2 unwind 0
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body loop
// CHECK-NEXT: local __range1#1 : Range & reference
// CHECK-NEXT: local __end1#1 : Mutex *
// CHECK-NEXT: local __begin1#1 : Mutex *
// CHECK-NEXT: local m#1 : Mutex & reference
// CHECK-NEXT: local __range1#2 : Mutex [] & reference
// CHECK-NEXT: local __end1#2 : Mutex *
// CHECK-NEXT: local __begin1#2 : Mutex *
// CHECK-NEXT: local m#2 : Mutex & reference
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: call Range::end(&$r*) -> call#0 unwind 0
// CHECK-NEXT: call Range::begin(&$r*) -> call#1 unwind 0
// CHECK-NEXT: assign %__begin1#1 = call#1 detail 1
// CHECK-NEXT: block 1 -> 2 3
// CHECK-NEXT: assume not_equal(%__begin1#1~2, call#0)
// CHECK-NEXT: block 2 -> 1
// CHECK-NEXT: call Mutex::lock(&%__begin1#1~2*) detail 2 unwind 0
// CHECK-NEXT: assign %__begin1#1 = &%__begin1#1~2*[1] detail 3
// CHECK-NEXT: block 3 -> 4
// CHECK-NEXT: assign %__begin1#2 = $a detail 1
// CHECK-NEXT: block 4 -> 5 6
// CHECK-NEXT: assume not_equal(%__begin1#2~2, &$a*[3])
// CHECK-NEXT: block 5 -> 4
// CHECK-NEXT: call Mutex::lock(&%__begin1#2~2*) detail 3 unwind 0
// CHECK-NEXT: assign %__begin1#2 = &%__begin1#2~2*[1] detail 3
// CHECK-NEXT: block 6 exit
