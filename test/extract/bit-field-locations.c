// RUN: %fearless facts --dump %s -- -std=c17 | FileCheck %s
// Bit-fields in a row share a memory location; `int : 0` ends it.
struct options {
  unsigned a : 1, b : 2;
  unsigned : 0;
  unsigned c : 3;
  unsigned d : 1;
  int plain;
};
int sum(struct options o) { return o.a + o.c; }
// CHECK: field a : int bit_field :
// CHECK: field b : int bit_field :
// CHECK: field c : int bit_field own_location :
// CHECK: field d : int bit_field :
// CHECK: field plain : int :
