// RUN: %fearless facts --dump %s -- -std=c++20 | FileCheck %s
// What may throw names the cleanups that run then: what is alive, the newest
// first, up to the handlers or the exit.
struct Guard {
  Guard() noexcept;
  ~Guard();
};
void may();
void never() noexcept;
extern "C" int nothrowC() throw();

void chain() {
  Guard a;
  may();
  {
    Guard b;
    may();
    never();
    nothrowC();
  }
  may();
}

void handled() {
  Guard a;
  try {
    Guard b;
    may();
  } catch (int e) {
    may();
    throw;
  } catch (...) {
  }
  may();
}

void nested() {
  try {
    try {
      may();
    } catch (int) {
      may();
    }
    may();
  } catch (const char *) {
  }
}

void thrown(bool c) {
  Guard a;
  if (c)
    throw Guard();
  int n = c ? throw 1 : 2;
}
// CHECK-LABEL: body chain
// CHECK-NEXT: local a : Guard
// CHECK-NEXT: local b : Guard
// CHECK-NEXT: cleanup 1 destroy %a -> 0 callee Guard::~Guard
// CHECK-NEXT: cleanup 2 destroy %b -> 1 callee Guard::~Guard
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: construct Guard::Guard(&%a)
// CHECK-NEXT: call may() detail 1 unwind 1
// CHECK-NEXT: construct Guard::Guard(&%b) detail 2
// CHECK-NEXT: call may() detail 3 unwind 2
// CHECK-NEXT: call never() detail 4
// CHECK-NEXT: call nothrowC() -> call#5
// CHECK-NEXT: destroy Guard::~Guard(&%b) implicit
// CHECK-NEXT: call may() detail 6 unwind 1
// CHECK-NEXT: destroy Guard::~Guard(&%a) implicit
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body handled
// CHECK-NEXT: local a : Guard
// CHECK-NEXT: local b : Guard
// CHECK-NEXT: local e : int
// CHECK-NEXT: cleanup 1 destroy %a -> 0 callee Guard::~Guard
// CHECK-NEXT: cleanup 2 handlers (1, 2) -> 1 catches_all
// CHECK-NEXT: cleanup 3 destroy %b -> 2 callee Guard::~Guard
// CHECK-NEXT: block 0 -> 3
// CHECK-NEXT: construct Guard::Guard(&%a)
// CHECK-NEXT: construct Guard::Guard(&%b) detail 1
// CHECK-NEXT: call may() detail 2 unwind 3
// CHECK-NEXT: destroy Guard::~Guard(&%b) implicit
// CHECK-NEXT: block 1
// CHECK-NEXT: catch
// CHECK-NEXT: call may() detail 3 unwind 1
// CHECK-NEXT: throw unwind 1
// CHECK-NEXT: block 2 -> 3
// CHECK-NEXT: catch
// CHECK-NEXT: block 3 -> 4
// CHECK-NEXT: call may() detail 4 unwind 1
// CHECK-NEXT: destroy Guard::~Guard(&%a) implicit
// CHECK-NEXT: block 4 exit
//
// CHECK-LABEL: body nested
// CHECK-NEXT: local #1 : int
// CHECK-NEXT: local #2 : const int *
// CHECK-NEXT: cleanup 1 handlers (3) -> 0
// CHECK-NEXT: cleanup 2 handlers (1) -> 1
// CHECK-NEXT: block 0 -> 2
// CHECK-NEXT: call may() unwind 2
// CHECK-NEXT: block 1 -> 2
// CHECK-NEXT: catch
// CHECK-NEXT: call may() detail 1 unwind 1
// CHECK-NEXT: block 2 -> 4
// CHECK-NEXT: call may() detail 2 unwind 1
// CHECK-NEXT: block 3 -> 4
// CHECK-NEXT: catch
// CHECK-NEXT: block 4 exit
//
// CHECK-LABEL: body thrown
// CHECK-NEXT: local a : Guard
// CHECK-NEXT: local #1 : Guard temporary
// CHECK-NEXT: local #2 : int temporary
// CHECK-NEXT: local n : int
// CHECK-NEXT: cleanup 1 destroy %a -> 0 callee Guard::~Guard
// CHECK-NEXT: block 0 -> 1 2
// CHECK-NEXT: construct Guard::Guard(&%a)
// CHECK-NEXT: assume $c
// CHECK-NEXT: block 1
// CHECK-NEXT: construct Guard::Guard(&%#1) detail 1
// CHECK-NEXT: throw unwind 1
// CHECK-NEXT: block 2 -> 3 4
// CHECK-NEXT: assume $c
// CHECK-NEXT: block 3
// CHECK-NEXT: throw unwind 1
// CHECK-NEXT: block 4 -> 5
// CHECK-NEXT: assign %#2 = 2 detail 1
// CHECK-NEXT: destroy Guard::~Guard(&%a) implicit
// CHECK-NEXT: block 5 exit
