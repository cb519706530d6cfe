// RUN: %fearless facts --dump %s -- -std=c++20 > %t
// RUN: FileCheck %s < %t
// RUN: %if capabilities-of-parameters %{ FileCheck --check-prefix=OFPARAMETER %s < %t %}
// What an attribute of a parameter says is said of the function, with the
// number of the parameter; guarded_var names no lock.
#define A(x) __attribute__((x))
struct A(capability("mutex")) Mutex {};
Mutex mu;
struct A(scoped_lockable) Guard {
  Guard(Mutex &m) A(acquire_capability(m));
  ~Guard() A(release_capability());
};
struct Old {
  int any A(guarded_var);
  int *pointee A(pt_guarded_var);
};
void passOn(int n, Guard &g A(release_capability(mu)));
void use(Guard &g, Old &old) { passOn(old.any, g); }
int ofLocal() {
  struct {
    Mutex mu;
    int n A(guarded_by(mu)), plain;
  } own;
  own.plain = 1;
  return own.n;
}
// CHECK: record Old name
// CHECK-NEXT: field any : int {{\[\[}}guarded_by{{\]\]}}
// CHECK-NEXT: field pointee : int * {{\[\[}}pt_guarded_by{{\]\]}}
// OFPARAMETER: function passOn(int n, Guard & g) -> void name {{.*}} {{\[\[}}release("#1: mu"){{\]\]}}
// CHECK-LABEL: body ofLocal
// CHECK-NOT: write
// CHECK: read %own.{{.*}}::n" :25:14
