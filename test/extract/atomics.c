// RUN: %fearless facts --dump %s -- -std=gnu11 | FileCheck %s
// Atomic accesses of C, by type and by the compiler's builtins.
_Atomic int a;
int plain;
int *where(void);
int use(int k) {
  a = 1;
  a += k;
  int now = a;
  plain = __atomic_load_n(where(), __ATOMIC_ACQUIRE);
  __atomic_store_n(&plain, 2, __ATOMIC_RELEASE);
  __atomic_fetch_add(&plain, 1, __ATOMIC_RELAXED);
  __sync_fetch_and_add(&plain, 1);
  return now;
}
// CHECK-LABEL: body use
// CHECK-NEXT: local now : int
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: write @a atomic
// CHECK-NEXT: assign @a = 1 detail 1
// CHECK-NEXT: write @a rmw atomic
// CHECK-NEXT: assign @a = add(@a~1, $k) detail 2
// CHECK-NEXT: read @a atomic
// CHECK-NEXT: assign %now = @a~2 detail 1
// CHECK-NEXT: call where() -> call#0
// CHECK-NEXT: read call#0* atomic
// CHECK-NEXT: write @plain
// CHECK-NEXT: assign @plain = call#0* detail 1
// CHECK-NEXT: write @plain atomic
// CHECK-NEXT: assign @plain = 2 detail 2
// CHECK-NEXT: call __atomic_fetch_add(&@plain, 1, 0) -> call#1
// CHECK-NEXT: call __sync_fetch_and_add_4(&@plain, 1) -> call#2
// CHECK-NEXT: return %now~1
// CHECK-NEXT: block 1 exit
