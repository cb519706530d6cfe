// RUN: %fearless facts --dump %s -- -std=c++20 | FileCheck %s
// A flag's definitions are told where there are several, so that the branch on
// it can be followed; a value with one definition is seen through.
struct Mutex { void lock(); void unlock(); bool try_lock(); } mu;

void flag(bool c) {
  bool locked = false;
  if (c) {
    mu.lock();
    locked = true;
  }
  if (locked)
    mu.unlock();
}

void result() {
  const bool ok = mu.try_lock();
  if (ok)
    mu.unlock();
}

struct Guard {
  bool owns = false;
  void take() {
    owns = mu.try_lock();
    bool was = owns;
    owns = false;
    if (was)
      mu.unlock();
  }
};
// CHECK-LABEL: body flag
// CHECK-NEXT: local locked : bool
// CHECK-NEXT: block 0 -> 1 2
// CHECK-NEXT: assign %locked = 0 detail 1
// CHECK-NEXT: assume $c
// CHECK-NEXT: block 1 -> 2
// CHECK-NEXT: call Mutex::lock(&@mu) unwind 0
// CHECK-NEXT: assign %locked = 1 detail 2
// CHECK-NEXT: block 2 -> 3 4
// CHECK-NEXT: assume %locked~3
// CHECK-NEXT: block 3 -> 4
// CHECK-NEXT: call Mutex::unlock(&@mu) detail 1 unwind 0
// CHECK-NEXT: block 4 exit
//
// CHECK-LABEL: body result
// CHECK-NEXT: local ok : const bool
// CHECK-NEXT: block 0 -> 1 2
// CHECK-NEXT: call Mutex::try_lock(&@mu) -> call#0 unwind 0
// CHECK-NEXT: assume call#0
// CHECK-NEXT: block 1 -> 2
// CHECK-NEXT: call Mutex::unlock(&@mu) detail 1 unwind 0
// CHECK-NEXT: block 2 exit
//
// CHECK-LABEL: body Guard::take
// CHECK-NEXT: local was : bool
// CHECK-NEXT: block 0 -> 1 2
// CHECK-NEXT: call Mutex::try_lock(&@mu) -> call#0 unwind 0
// CHECK-NEXT: write $this*.Guard::owns
// CHECK-NEXT: assign $this*.Guard::owns = call#0 detail 1
// CHECK-NEXT: read $this*.Guard::owns
// CHECK-NEXT: assign %was = $this*.Guard::owns~1 detail 1
// CHECK-NEXT: write $this*.Guard::owns
// CHECK-NEXT: assign $this*.Guard::owns = 0 detail 2
// CHECK-NEXT: assume %was~1
// CHECK-NEXT: block 1 -> 2
// CHECK-NEXT: call Mutex::unlock(&@mu) detail 1 unwind 0
// CHECK-NEXT: block 2 exit
