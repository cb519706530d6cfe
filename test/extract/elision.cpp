// RUN: %fearless facts --dump %s -- -std=c++20 | FileCheck %s
// A class prvalue is built where it ends up.
struct Guard {
  Guard(int);
  Guard(Guard &&);
  ~Guard();
};
void take(Guard);
void look(const Guard &);

Guard make() { return Guard(1); }
Guard named() {
  Guard g(2);
  return g;
}

void use(bool c) {
  auto local = make();
  take(make());
  look(3);
  const Guard &extended = make();
  Guard chosen = c ? make() : Guard(4);
  auto *heap = new Guard(make());
  look(extended);
}

struct Holder {
  Guard first, second;
  Holder() : first(make()), second(5) {}
};
Holder held() { return {}; }
// CHECK-LABEL: body make
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: construct Guard::Guard#1(&return, 1) unwind 0
// CHECK-NEXT: return object return
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body named
// CHECK-NEXT: local g : Guard address_taken
// CHECK-NEXT: cleanup 1 destroy %g -> 0 callee Guard::~Guard
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: construct Guard::Guard#1(&%g, 2) unwind 0
// CHECK-NEXT: construct Guard::Guard#2(&return, &%g) detail 1 unwind 1
// CHECK-NEXT: return object return
// CHECK-NEXT: destroy Guard::~Guard(&%g) implicit
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body use
// CHECK-NEXT: local local : Guard
// CHECK-NEXT: local #1 : Guard temporary
// CHECK-NEXT: local #2 : const Guard temporary
// CHECK-NEXT: local #3 : Guard temporary
// CHECK-NEXT: local extended : const Guard & reference
// CHECK-NEXT: local chosen : Guard
// CHECK-NEXT: local heap : Guard *
// CHECK-NEXT: cleanup 1 destroy %local -> 0 callee Guard::~Guard
// CHECK-NEXT: cleanup 2 destroy %#1 -> 1 callee Guard::~Guard
// CHECK-NEXT: cleanup 3 destroy %#2 -> 1 callee Guard::~Guard
// CHECK-NEXT: cleanup 4 destroy %#3 -> 1 callee Guard::~Guard
// CHECK-NEXT: cleanup 5 destroy %chosen -> 4 callee Guard::~Guard
// CHECK-NEXT: block 0 -> 1 2
// CHECK-NEXT: call make() -> %local unwind 0
// CHECK-NEXT: call make() -> %#1 temporary detail 1 unwind 1
// CHECK-NEXT: call take(object %#1) detail 2 unwind 2
// CHECK-NEXT: destroy Guard::~Guard(&%#1) implicit temporary
// CHECK-NEXT: construct Guard::Guard#1(&%#2, 3) temporary detail 3 unwind 1
// CHECK-NEXT: call look(&%#2) detail 4 unwind 3
// CHECK-NEXT: destroy Guard::~Guard(&%#2) implicit temporary
// CHECK-NEXT: call make() -> %#3 temporary detail 5 unwind 1
// CHECK-NEXT: assume $c
// CHECK-NEXT: block 1 -> 3
// CHECK-NEXT: call make() -> %chosen detail 6 unwind 4
// CHECK-NEXT: block 2 -> 3
// CHECK-NEXT: construct Guard::Guard#1(&%chosen, 4) detail 7 unwind 4
// CHECK-NEXT: block 3 -> 4
// CHECK-NEXT: allocate new#8
// CHECK-NEXT: call make() -> new#8 detail 9 unwind 5
// CHECK-NEXT: call look(&%#3) detail 10 unwind 5
// CHECK-NEXT: destroy Guard::~Guard(&%chosen) implicit
// CHECK-NEXT: destroy Guard::~Guard(&%#3) implicit
// CHECK-NEXT: destroy Guard::~Guard(&%local) implicit
// CHECK-NEXT: block 4 exit
//
// CHECK-LABEL: body Holder::Holder
// CHECK-NEXT: cleanup 1 destroy $this*.Holder::first -> 0 callee Guard::~Guard
// CHECK-NEXT: cleanup 2 destroy $this*.Holder::second -> 1 callee Guard::~Guard
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: call make() -> $this*.Holder::first unwind 0
// CHECK-NEXT: construct Guard::Guard#1(&$this*.Holder::second, 5) detail 1 unwind 1
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body held
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: construct Holder::Holder(&return) unwind 0
// CHECK-NEXT: return object return
// CHECK-NEXT: block 1 exit
