// RUN: %fearless facts --dump %s -- -std=gnu17 | FileCheck %s
// An arm that does not return is evaluated in its own block only.
extern void report(void);
extern void stop(void) __attribute__((noreturn));
extern void use(int);

int choose(int a, int b) {
  (a < b ? (void)0 : (report(), stop()));
  use(a);
  return a < b ? a : (stop(), 0);
}

// CHECK-LABEL: body choose
// CHECK-NEXT: local
// CHECK-NEXT: block 0 -> [[#REST:]] [[#DEAD:]]
// CHECK-NEXT: assume less($a, $b)
// CHECK-NEXT: block [[#REST]] ->
// CHECK-NEXT: call use($a)
// CHECK-NOT: call report
// CHECK: block [[#DEAD]]
// CHECK-NEXT: call report()
// CHECK-NEXT: call stop()
