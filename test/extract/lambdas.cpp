// RUN: %fearless facts --dump %s -- -std=c++20 | FileCheck %s
// A closure, its captures in order, and its body as a function of its own.
struct Mutex { void lock(); };
struct Handle { Handle(const Handle &); ~Handle(); };
struct S {
  Mutex mu;
  int n;
  void go(Handle h, int *p) {
    int local = 1;
    Mutex &m = mu;
    auto byThis = [this] { mu.lock(); n = 1; };
    auto byReference = [&] { ++local; m.lock(); };
    auto byCopy = [h, p] { *p = 1; };
    auto init = [k = local + 1] { return k; };
    auto nested = [&] { return [&] { ++local; }; };
    byThis();
    byReference();
    nested()();
  }
};
// CHECK-LABEL: body S::go
// CHECK-NEXT: local local : int address_taken
// CHECK-NEXT: local m : Mutex & reference
// CHECK-NEXT: local byThis : S::go::lambda#1 address_taken
// CHECK-NEXT: local byReference : S::go::lambda#2 address_taken
// CHECK-NEXT: local byCopy : S::go::lambda#3
// CHECK-NEXT: local init : S::go::lambda#4
// CHECK-NEXT: local nested : S::go::lambda#5 address_taken
// CHECK-NEXT: local #1 : S::go::lambda::lambda temporary
// CHECK-NEXT: cleanup 1 destroy %byCopy -> 0 callee S::go::lambda::~lambda
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: assign %local = 1 detail 1
// CHECK-NEXT: closure S::go::lambda#1 -> %byThis
// CHECK-NEXT: assign %byThis.S::go::lambda#1::this = $this
// CHECK-NEXT: closure S::go::lambda#2 -> %byReference
// CHECK-NEXT: assign %byReference.S::go::lambda#2::local = &%local
// CHECK-NEXT: assign %byReference.S::go::lambda#2::m = &$this*.S::mu
// CHECK-NEXT: closure S::go::lambda#3 -> %byCopy
// CHECK-NEXT: construct Handle::Handle(&%byCopy.S::go::lambda#3::h, &$h) unwind 0
// CHECK-NEXT: assign %byCopy.S::go::lambda#3::p = $p
// CHECK-NEXT: read %local
// CHECK-NEXT: closure S::go::lambda#4 -> %init
// CHECK-NEXT: assign %init.S::go::lambda#4::k = add(%local~1, 1)
// CHECK-NEXT: closure S::go::lambda#5 -> %nested
// CHECK-NEXT: assign %nested.S::go::lambda#5::local = &%local
// CHECK-NEXT: call S::go::lambda#1(&%byThis) detail 1 unwind 1
// CHECK-NEXT: call S::go::lambda#2(&%byReference) detail 2 unwind 1
// CHECK-NEXT: call S::go::lambda#5(&%nested) -> %#1 temporary detail 3 unwind 1
// CHECK-NEXT: call S::go::lambda::lambda(&%#1) detail 4 unwind 1
// CHECK-NEXT: destroy S::go::lambda::~lambda(&%byCopy) implicit
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body S::go::lambda#1
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: call Mutex::lock(&$this*.S::go::lambda#1::this*.S::mu) unwind 0
// CHECK-NEXT: write $this*.S::go::lambda#1::this*.S::n
// CHECK-NEXT: assign $this*.S::go::lambda#1::this*.S::n = 1 detail 1
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body S::go::lambda#2
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: write $this*.S::go::lambda#2::local* rmw
// CHECK-NEXT: assign $this*.S::go::lambda#2::local* = add($this*.S::go::lambda#2::local*, 1) detail 1
// CHECK-NEXT: call Mutex::lock(&$this*.S::go::lambda#2::m*) unwind 0
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body S::go::lambda#3
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: read $this*.S::go::lambda#3::p
// CHECK-NEXT: write $this*.S::go::lambda#3::p*
// CHECK-NEXT: assign $this*.S::go::lambda#3::p* = 1 detail 1
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body S::go::lambda::~lambda
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: destroy Handle::~Handle(&$this*.S::go::lambda#3::h) implicit
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body S::go::lambda#4
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: read $this*.S::go::lambda#4::k
// CHECK-NEXT: return $this*.S::go::lambda#4::k
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body S::go::lambda#5
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: closure S::go::lambda::lambda -> return
// CHECK-NEXT: assign return.S::go::lambda::lambda::local = &$this*.S::go::lambda#5::local*
// CHECK-NEXT: return object return
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body S::go::lambda::lambda
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: write $this*.S::go::lambda::lambda::local* rmw
// CHECK-NEXT: assign $this*.S::go::lambda::lambda::local* = add($this*.S::go::lambda::lambda::local*, 1) detail 1
// CHECK-NEXT: block 1 exit
