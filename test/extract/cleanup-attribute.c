// RUN: %fearless facts --dump %s -- -std=gnu11 | FileCheck %s
// A variable's cleanup function is called wherever its scope is left.
void give_back(int **p);
int *take(int which);
int use(int which) {
  __attribute__((cleanup(give_back))) int *mine = take(which);
  if (which > 3)
    return 1;
  return *mine;
}
// CHECK-LABEL: body use
// CHECK: assign %mine = call#0
// CHECK: block 1 -> 3
// CHECK-NEXT: return 1
// CHECK-NEXT: call give_back(&%mine) implicit
// CHECK-NEXT: block 2 -> 3
// CHECK-NEXT: read %mine
// CHECK-NEXT: read call#0*
// CHECK-NEXT: return call#0*
// CHECK-NEXT: call give_back(&%mine) implicit
// CHECK-NEXT: block 3 exit
