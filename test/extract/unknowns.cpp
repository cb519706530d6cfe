// RUN: %fearless facts --dump %s -- -std=c++20 | FileCheck %s
// What is not modelled says so.
int n;
void assembly(int in) {
  int out;
  asm("mov %1, %0" : "=r"(out) : "r"(in));
  n = out;
  asm("xchg %0, %1" : "+r"(out), "+m"(n) : : "memory");
  asm volatile("" ::: "memory"); // A barrier has no operands: nothing to say.
}
void forged(long address) { *(reinterpret_cast<int *>(address + 8)) = 1; }
// CHECK-LABEL: body assembly
// CHECK-NEXT: local out : int
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: assign %out = unknown(inline_assembly) detail 1
// CHECK-NEXT: write @n
// CHECK-NEXT: assign @n = %out~1 detail 1
// CHECK-NEXT: unknown inline_assembly
// CHECK-NEXT: assign %out = unknown(inline_assembly) detail 2
// CHECK-NEXT: write @n
// CHECK-NEXT: assign @n = unknown(inline_assembly) detail 2
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body forged
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: write ?arithmetic
// CHECK-NEXT: assign ?arithmetic = 1 detail 1
// CHECK-NEXT: block 1 exit
