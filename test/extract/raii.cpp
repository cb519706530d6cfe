// RUN: %fearless facts --dump %s -- -std=c++20 | FileCheck %s
// Destructors run where scopes end: at the closing brace, or at the jump.
struct Mutex { void lock(); void unlock(); } mu;
struct Guard {
  explicit Guard(Mutex &m) : m_(m) { m_.lock(); }
  ~Guard() { m_.unlock(); }
  Mutex &m_;
};

int scopes(int n) {
  Guard outer(mu);
  for (int i = 0; i < n; ++i) {
    Guard inner(mu);
    if (i == 3)
      break;
    if (i == 4)
      return i;
  }
  return 0;
}

void unnamed() {
  Guard{mu};
  mu.lock();
}
// CHECK-LABEL: body Guard::Guard
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: assign $this*.Guard::m_ = &$m*
// CHECK-NEXT: call Mutex::lock(&$this*.Guard::m_*) unwind 0
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body Guard::~Guard
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: call Mutex::unlock(&$this*.Guard::m_*) unwind 0
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body scopes
// CHECK-NEXT: local outer : Guard
// CHECK-NEXT: local i : int
// CHECK-NEXT: local inner : Guard
// CHECK-NEXT: cleanup 1 destroy %outer -> 0 callee Guard::~Guard
// CHECK-NEXT: cleanup 2 destroy %inner -> 1 callee Guard::~Guard
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: construct Guard::Guard(&%outer, &@mu) unwind 0
// CHECK-NEXT: assign %i = 0 detail 1
// CHECK-NEXT: block 1 -> 2 7
// CHECK-NEXT: assume less(%i~2, $n)
// CHECK-NEXT: block 2 -> 3 4
// CHECK-NEXT: construct Guard::Guard(&%inner, &@mu) detail 1 unwind 1
// CHECK-NEXT: assume equal(%i~2, 3)
// CHECK-NEXT: block 3 -> 7
// CHECK-NEXT: destroy Guard::~Guard(&%inner) implicit
// CHECK-NEXT: block 4 -> 5 6
// CHECK-NEXT: assume equal(%i~2, 4)
// CHECK-NEXT: block 5 -> 8
// CHECK-NEXT: return %i~2
// CHECK-NEXT: destroy Guard::~Guard(&%inner) implicit
// CHECK-NEXT: destroy Guard::~Guard(&%outer) implicit
// CHECK-NEXT: block 6 -> 1
// CHECK-NEXT: destroy Guard::~Guard(&%inner) implicit
// CHECK-NEXT: assign %i = add(%i~2, 1) detail 3
// CHECK-NEXT: block 7 -> 8
// CHECK-NEXT: return 0
// CHECK-NEXT: destroy Guard::~Guard(&%outer) implicit
// CHECK-NEXT: block 8 exit
//
// CHECK-LABEL: body unnamed
// CHECK-NEXT: local #1 : Guard temporary
// CHECK-NEXT: cleanup 1 destroy %#1 -> 0 callee Guard::~Guard
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: construct Guard::Guard(&%#1, &@mu) temporary unwind 0
// CHECK-NEXT: destroy Guard::~Guard(&%#1) implicit temporary
// CHECK-NEXT: call Mutex::lock(&@mu) detail 1 unwind 0
// CHECK-NEXT: block 1 exit
