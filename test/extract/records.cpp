// RUN: %fearless facts --dump --root %S %s -- -std=c++20 | FileCheck %s
// Fields, bases, flags, template arguments, captures and what may be called.
struct Base { virtual void f() = 0; virtual ~Base(); };
struct Derived final : virtual Base {
  void f() override;
  void plain();
  mutable int cache;
  unsigned bits : 2;
  union { int i; float x; };
  Derived *self;
  const char *const name;
  int grid[3];
  struct Inner { bool b; } inner;
};
template <class T, class U> struct Map { T *first; U operator()(T); };
Map<Derived, const int> map;
struct Opaque;
Opaque *opaque;
void local(int n) {
  auto f = [n, &m = map] { return n; };
  struct Local { int z; } l;
}
// CHECK: record Base name "_ZTS4Base" complete polymorphic abstract nontrivial_destructor
// CHECK-NEXT: has Base::f
// CHECK-NEXT: has Base::~Base
// CHECK: record Derived name "_ZTS7Derived" complete polymorphic nontrivial_destructor final
// CHECK-NEXT: base Base virtual
// CHECK-NEXT: field cache : int mutable
// CHECK-NEXT: field bits : int bit_field
// CHECK-NEXT: field #1 : "Derived::(anonymous)"
// CHECK-NEXT: field self : Derived *
// CHECK-NEXT: field name : const int * const
// CHECK-NEXT: field grid : int []
// CHECK-NEXT: field inner : Derived::Inner
// CHECK-NEXT: has Derived::f
// CHECK-NEXT: has Derived::~Derived
// CHECK: record "Derived::(anonymous)" name "_ZTS7Derived$anonymous1" union complete
// CHECK-NEXT: field i : int
// CHECK-NEXT: field x : float
// CHECK: record Derived::Inner name "_ZTSN7Derived5InnerE" complete
// CHECK-NEXT: field b : bool
// CHECK: record Map name "_ZTS3MapI7DerivedKiE" display "Map<Derived, const int>" complete
// CHECK-NEXT: argument Derived
// CHECK-NEXT: argument const int
// CHECK-NEXT: field first : Derived *
// CHECK-NEXT: has "Map::operator()"
// CHECK: record Opaque name "_ZTS6Opaque"
// CHECK: record local::lambda name "_Z5locali@{{.*}}$lambda0" display "lambda" lambda complete local
// CHECK-NEXT: field n : int
// CHECK-NEXT: field m : Map & captures_reference
// CHECK-NEXT: has local::lambda
// CHECK: record local::Local name "_ZTSZ5localiE5Local@records.cpp" complete local
// CHECK-NEXT: field z : int
// CHECK: global map : Map defined macro ""
// CHECK: global opaque : Opaque * defined macro ""
