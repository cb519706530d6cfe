// RUN: %fearless facts --dump --root %S %s -- -std=c++20 | FileCheck %s
// Identities are mangled names, with the file where linkage is internal;
// qualified names are what people say.
namespace outer {
inline namespace v1 {
namespace {
struct Hidden { void f() {} };
int counter;
int operator+(Hidden, int) { return 0; }
}
template <class T> struct Box {
  Box() { fill(); }
  ~Box() {}
  void fill() {}
  Box &operator=(int) { return *this; }
  operator bool() { return true; }
  template <class U> static void make() {}
};
static void internal() { ++counter; }
}
}
extern "C" void plainC() {}
extern "C" void forC() { plainC(); }
void use() {
  outer::Box<int> b;
  b = 1;
  if (b)
    outer::Box<int>::make<char>();
  outer::internal();
  outer::Hidden().f();
  outer::Hidden() + 1;
  static int visits;
  ++visits;
  auto one = [] {};
  auto two = [] { auto inner = [] {}; inner(); };
  one();
  two();
}
int main() {}
// CHECK: record outer::Hidden name "_ZTSN5outer2v112_GLOBAL__N_16HiddenE@names.cpp" complete
// CHECK: record outer::Box name "_ZTSN5outer2v13BoxIiEE" display "outer::Box<int>" complete nontrivial_destructor
// CHECK-NEXT: argument int
// CHECK-NEXT: has outer::Box::~Box
// CHECK: record use::lambda#1 name "_Z3usev@{{.*}}$lambda0" display "lambda" lambda complete local
// CHECK-NEXT: has use::lambda#1
// CHECK: record use::lambda#2 name "_Z3usev@{{.*}}$lambda1" display "lambda" lambda complete local
// CHECK-NEXT: has use::lambda#2
// CHECK: record use::lambda::lambda name "_Z3usev@{{.*}}$lambda1$lambda0" display "lambda" lambda complete local
// CHECK-NEXT: has use::lambda::lambda
// CHECK: global outer::counter : int name "_ZN5outer2v112_GLOBAL__N_17counterE@names.cpp" internal defined macro ""
// CHECK: global use::visits : int name "_ZZ3usevE6visits@names.cpp" function_static internal defined macro ""
// CHECK: function outer::Box::~Box -> void name "_ZN5outer2v13BoxIiED1Ev" destructor noexcept inline template
// CHECK: function outer::Hidden::f -> void name "_ZN5outer2v112_GLOBAL__N_16Hidden1fEv@names.cpp" method internal inline
// CHECK: function "outer::operator+"(outer::Hidden, int) -> int name "_ZN5outer2v112_GLOBAL__N_1plENS1_6HiddenEi@names.cpp" internal
// CHECK: function outer::Box::Box -> void name "_ZN5outer2v13BoxIiEC1Ev" constructor inline template
// CHECK: function outer::Box::fill -> void name "_ZN5outer2v13BoxIiE4fillEv" method inline template
// CHECK: function "outer::Box::operator="(int) -> outer::Box & name "_ZN5outer2v13BoxIiEaSEi" method inline template
// CHECK: function "outer::Box::operator bool" -> bool name "_ZN5outer2v13BoxIiEcvbEv" method inline template
// CHECK: function outer::Box::make -> void name "_ZN5outer2v13BoxIiE4makeIcEEvv" static inline template
// CHECK: function outer::internal -> void name "_ZN5outer2v1L8internalEv@names.cpp" internal
// CHECK: function plainC -> void
// CHECK: function forC -> void
// CHECK: function use -> void name "_Z3usev"
// CHECK: function use::lambda#1 -> void name "_Z3usev@{{.*}}$lambda0" const_method internal inline lambda owner use::lambda#1
// CHECK: function use::lambda#2 -> void name "_Z3usev@{{.*}}$lambda1" const_method internal inline lambda owner use::lambda#2
// CHECK: function main -> int main
// CHECK: function use::lambda::lambda -> void name "_Z3usev@{{.*}}$lambda1$lambda0" const_method internal inline lambda owner use::lambda::lambda
