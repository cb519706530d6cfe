// RUN: %fearless facts --dump %s -- -std=c++20 | FileCheck %s
// Destructors nobody wrote destroy members and bases in reverse order, also
// where Clang never spells them out.
struct Mutex { void unlock(); };
struct Guard {
  ~Guard();
  Mutex *m;
};
struct Base { virtual ~Base(); Guard g; };
struct Derived : Base { Guard a[2], b; };
struct Written : Guard { ~Written() { m->unlock(); } Guard c; };
void use(Base *b) {
  Derived d;
  Written w;
  delete b;
}
// CHECK-LABEL: body Base::Base
// CHECK-NEXT: cleanup 1 destroy $this*.Base::g -> 0 callee Guard::~Guard
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body Derived::~Derived
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: destroy Guard::~Guard(&$this*.Derived::b) implicit
// CHECK-NEXT: destroy Guard::~Guard(&$this*.Derived::a[?]) implicit
// CHECK-NEXT: destroy Base::~Base(&$this*) implicit
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body Derived::Derived
// CHECK-NEXT: cleanup 1 destroy $this* -> 0 callee Base::~Base
// CHECK-NEXT: cleanup 2 destroy $this*.Derived::a[?] -> 1 callee Guard::~Guard
// CHECK-NEXT: cleanup 3 destroy $this*.Derived::b -> 2 callee Guard::~Guard
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: construct Base::Base(&$this*)
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body Written::~Written
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: read $this*.Guard::m
// CHECK-NEXT: call Mutex::unlock(&$this*.Guard::m*) unwind 0
// CHECK-NEXT: destroy Guard::~Guard(&$this*.Written::c) implicit
// CHECK-NEXT: destroy Guard::~Guard(&$this*) implicit
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body use
// CHECK-NEXT: local d : Derived
// CHECK-NEXT: local w : Written
// CHECK-NEXT: cleanup 1 destroy %d -> 0 callee Derived::~Derived
// CHECK-NEXT: cleanup 2 destroy %w -> 1 callee Written::~Written
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: construct Derived::Derived(&%d)
// CHECK-NEXT: destroy Base::~Base(&$b*) virtual
// CHECK-NEXT: free $b
// CHECK-NEXT: destroy Written::~Written(&%w) implicit
// CHECK-NEXT: destroy Derived::~Derived(&%d) implicit
// CHECK-NEXT: block 1 exit
