// RUN: %fearless facts --dump %s -- -std=c++20 | FileCheck %s
// Conditions become assumptions; short-circuits and ?: are control flow whose
// value, where it is used, goes through a temporary.
void then();
void otherwise();
bool check(int);

void both(bool a, bool b) {
  if (a && !b)
    then();
  else
    otherwise();
}

void value(bool a, bool b) {
  bool c = a || b;
  if (c)
    then();
}

struct Mutex { void lock(); } m1, m2;
void either(bool a) {
  Mutex &m = a ? m1 : m2;
  m.lock();
}

void compare(int n) {
  if (n > 3)
    then();
  if (3 > n)
    then();
  if (!(n == 4))
    then();
}

void call(int n) {
  bool ok = check(n);
  while (!ok)
    ok = check(n + 1);
}

void choose(int n) {
  switch (n) {
  case 1:
    then();
    break;
  case 2:
  case 3:
    otherwise();
    [[fallthrough]];
  default:
    check(0);
  }
}

void constant() {
  if (false)
    then();
  if constexpr (sizeof(int) == 4)
    otherwise();
}
// CHECK-LABEL: body both
// CHECK-NEXT: block 0 -> 1 3
// CHECK-NEXT: assume $a
// CHECK-NEXT: block 1 -> 2 3
// CHECK-NEXT: assume not($b)
// CHECK-NEXT: block 2 -> 4
// CHECK-NEXT: call then() unwind 0
// CHECK-NEXT: block 3 -> 4
// CHECK-NEXT: call otherwise() detail 1 unwind 0
// CHECK-NEXT: block 4 exit
//
// CHECK-LABEL: body value
// CHECK-NEXT: local #1 : bool temporary
// CHECK-NEXT: local c : bool
// CHECK-NEXT: block 0 -> 2 1
// CHECK-NEXT: assign %#1 = 1 detail 1
// CHECK-NEXT: assume $a
// CHECK-NEXT: block 1 -> 2
// CHECK-NEXT: assign %#1 = $b detail 2
// CHECK-NEXT: block 2 -> 3 4
// CHECK-NEXT: assume %#1~3
// CHECK-NEXT: block 3 -> 4
// CHECK-NEXT: call then() unwind 0
// CHECK-NEXT: block 4 exit
//
// CHECK-LABEL: body either
// CHECK-NEXT: local #1 : Mutex * temporary
// CHECK-NEXT: local m : Mutex & reference
// CHECK-NEXT: block 0 -> 1 2
// CHECK-NEXT: assume $a
// CHECK-NEXT: block 1 -> 3
// CHECK-NEXT: assign %#1 = &@m1 detail 1
// CHECK-NEXT: block 2 -> 3
// CHECK-NEXT: assign %#1 = &@m2 detail 2
// CHECK-NEXT: block 3 -> 4
// CHECK-NEXT: call Mutex::lock(&%#1~3*) unwind 0
// CHECK-NEXT: block 4 exit
//
// CHECK-LABEL: body compare
// CHECK-NEXT: block 0 -> 1 2
// CHECK-NEXT: assume less(3, $n)
// CHECK-NEXT: block 1 -> 2
// CHECK-NEXT: call then() unwind 0
// CHECK-NEXT: block 2 -> 3 4
// CHECK-NEXT: assume less($n, 3)
// CHECK-NEXT: block 3 -> 4
// CHECK-NEXT: call then() detail 1 unwind 0
// CHECK-NEXT: block 4 -> 5 6
// CHECK-NEXT: assume not_equal($n, 4)
// CHECK-NEXT: block 5 -> 6
// CHECK-NEXT: call then() detail 2 unwind 0
// CHECK-NEXT: block 6 exit
//
// CHECK-LABEL: body call
// CHECK-NEXT: local ok : bool
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: call check($n) -> call#0 unwind 0
// CHECK-NEXT: assign %ok = call#0 detail 1
// CHECK-NEXT: block 1 -> 2 3
// CHECK-NEXT: assume not(%ok~2)
// CHECK-NEXT: block 2 -> 1
// CHECK-NEXT: call check(add($n, 1)) -> call#1 unwind 0
// CHECK-NEXT: assign %ok = call#1 detail 3
// CHECK-NEXT: block 3 exit
//
// CHECK-LABEL: body choose
// CHECK-NEXT: block 0 -> 2 1 1 3
// CHECK-NEXT: switch $n, 1, 3, 2
// CHECK-NEXT: block 1 -> 3
// CHECK-NEXT: call otherwise() unwind 0
// CHECK-NEXT: block 2 -> 4
// CHECK-NEXT: call then() detail 1 unwind 0
// CHECK-NEXT: block 3 -> 4
// CHECK-NEXT: call check(0) -> call#2 unwind 0
// CHECK-NEXT: block 4 exit
//
// CHECK-LABEL: body constant
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: call otherwise() unwind 0
// CHECK-NEXT: block 1 exit
