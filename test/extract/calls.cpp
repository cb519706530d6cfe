// RUN: %fearless facts --dump %s -- -std=c++20 | FileCheck %s
// Direct, virtual and indirect calls; what the object is known to be decides.
struct Base {
  virtual void f();
  void plain();
  virtual ~Base();
};
struct Last final : Base { void f() override; };
using Callback = void (*)(int);
void target(int);
Callback stored;

void virtuals(Base *b, Last *l, Base byValue) {
  b->f();
  l->f();
  byValue.f();
  b->Base::f();
  Base local;
  local.f();
  delete b;
}

void indirect(Callback parameter) {
  parameter(1);
  stored(2);
  Callback known = target;
  known(3);
}

void members(Base &b, void (Base::*pm)()) {
  (b.*pm)();
  void (Base::*known)() = &Base::plain;
  (b.*known)();
}

struct Functor {
  int operator()(int) const;
  explicit operator bool();
  Functor &operator+=(int);
};
void operators(Functor f, int k) {
  f(k);
  if (f)
    f += 1;
}

int withDefault(int a, int b = 5);
int user() { return withDefault(withDefault(1)); }
// CHECK-LABEL: body Base::Base
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body virtuals
// CHECK-NEXT: local local : Base address_taken
// CHECK-NEXT: cleanup 1 destroy %local -> 0 callee Base::~Base
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: call Base::f(&$b*) virtual unwind 0
// CHECK-NEXT: call Last::f(&$l*) detail 1 unwind 0
// CHECK-NEXT: call Base::f(&$byValue) detail 2 unwind 0
// CHECK-NEXT: call Base::f(&$b*) detail 3 unwind 0
// CHECK-NEXT: construct Base::Base(&%local) detail 4
// CHECK-NEXT: call Base::f(&%local) detail 5 unwind 1
// CHECK-NEXT: destroy Base::~Base(&$b*) virtual
// CHECK-NEXT: free $b
// CHECK-NEXT: destroy Base::~Base(&%local) implicit
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body indirect
// CHECK-NEXT: local known : function *
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: call ($parameter, 1) unwind 0
// CHECK-NEXT: read @stored
// CHECK-NEXT: call (@stored, 2) detail 1 unwind 0
// CHECK-NEXT: call target(3) detail 2 unwind 0
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body members
// CHECK-NEXT: local known : member_pointer
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: call ($pm, &$b*) unwind 0
// CHECK-NEXT: call Base::plain(&$b*) detail 1 unwind 0
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body operators
// CHECK-NEXT: block 0 -> 1 2
// CHECK-NEXT: call "Functor::operator()"(&$f, $k) -> call#0 unwind 0
// CHECK-NEXT: call "Functor::operator bool"(&$f) -> call#1 unwind 0
// CHECK-NEXT: assume call#1
// CHECK-NEXT: block 1 -> 2
// CHECK-NEXT: call "Functor::operator+="(&$f, 1) -> call#2 unwind 0
// CHECK-NEXT: block 2 exit
//
// CHECK-LABEL: body user
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: call withDefault(1, 5) -> call#0 unwind 0
// CHECK-NEXT: call withDefault(call#0, 5) -> call#1 unwind 0
// CHECK-NEXT: return call#1
// CHECK-NEXT: block 1 exit
