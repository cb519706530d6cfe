// RUN: %fearless facts --dump %s -- -std=c++20 | FileCheck %s
// Reads and writes of memory that others may see, with what is special about
// them. Locals whose address stays here have none.
struct S {
  int n;
  volatile bool stop;
  unsigned bits : 3;
  S *next;
};
int global;
const int limit = 10;
void take(int *);

int accesses(S *s, int k) {
  int local = k;
  local += global;
  s->n = local;
  s->n += 2;
  ++global;
  s->stop = true;
  s->bits = 1;
  while (!s->stop)
    ;
  S copy = *s;
  *s->next = copy;
  return limit + s->next->n;
}

void shared() {
  int seen = 1;
  take(&seen);
  seen = 2;
  if (seen)
    global = seen;
}
// CHECK-LABEL: body accesses
// CHECK-NEXT: local local : int
// CHECK-NEXT: local copy : S address_taken
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: assign %local = $k detail 1
// CHECK-NEXT: read @global
// CHECK-NEXT: assign %local = add($k, @global) detail 2
// CHECK-NEXT: write $s*.S::n
// CHECK-NEXT: assign $s*.S::n = %local~2 detail 1
// CHECK-NEXT: write $s*.S::n rmw
// CHECK-NEXT: assign $s*.S::n = add($s*.S::n~1, 2) detail 2
// CHECK-NEXT: write @global rmw
// CHECK-NEXT: assign @global = add(@global, 1) detail 1
// CHECK-NEXT: write $s*.S::stop volatile
// CHECK-NEXT: assign $s*.S::stop = 1 detail 1
// CHECK-NEXT: write $s*.S::bits bit_field
// CHECK-NEXT: assign $s*.S::bits = 1 detail 1
// CHECK-NEXT: block 1 -> 1 2
// CHECK-NEXT: read $s*.S::stop volatile
// CHECK-NEXT: assume not($s*.S::stop~1)
// CHECK-NEXT: block 2 -> 3
// CHECK-NEXT: read $s*
// CHECK-NEXT: assign %copy = object $s*
// CHECK-NEXT: read $s*.S::next
// CHECK-NEXT: read %copy
// CHECK-NEXT: write $s*.S::next*
// CHECK-NEXT: assign $s*.S::next* = object %copy
// CHECK-NEXT: read $s*.S::next
// CHECK-NEXT: read $s*.S::next*.S::n
// CHECK-NEXT: return add($s*.S::next*.S::n~2, 10)
// CHECK-NEXT: block 3 exit
//
// CHECK-LABEL: body shared
// CHECK-NEXT: local seen : int address_taken
// CHECK-NEXT: block 0 -> 1 2
// CHECK-NEXT: assign %seen = 1 detail 1
// CHECK-NEXT: call take(&%seen) unwind 0
// CHECK-NEXT: write %seen
// CHECK-NEXT: assign %seen = 2 detail 3
// CHECK-NEXT: read %seen
// CHECK-NEXT: assume %seen~3
// CHECK-NEXT: block 1 -> 2
// CHECK-NEXT: read %seen
// CHECK-NEXT: write @global
// CHECK-NEXT: assign @global = %seen~3 detail 1
// CHECK-NEXT: block 2 exit
