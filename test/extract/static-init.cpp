// RUN: %fearless facts --dump %s -- -std=c++20 | FileCheck %s
// What runs before main is a function per variable; tables of callbacks are
// told although they are constant. Function-local statics are built on the way.
struct Mutex { Mutex(); ~Mutex(); };
int compute();
void handler(int);
void other(int);
Mutex global;
int dynamic = compute();
int constant = 4;
struct Entry { const char *name; void (*run)(int); };
const Entry table[] = {{"a", handler}, {"b", other}};
Mutex *pointer = &global;

Mutex &local() {
  static Mutex m;
  static int n = 3;
  ++n;
  return m;
}
// CHECK-LABEL: body global
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: construct Mutex::Mutex(&@global) unwind 0
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body dynamic
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: call compute() -> call#0 unwind 0
// CHECK-NEXT: write @dynamic
// CHECK-NEXT: assign @dynamic = call#0 detail 1
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body table
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: assign @table[0].Entry::name = opaque detail 1
// CHECK-NEXT: assign @table[0].Entry::run = fn handler detail 1
// CHECK-NEXT: assign @table[1].Entry::name = opaque detail 2
// CHECK-NEXT: assign @table[1].Entry::run = fn other detail 2
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body pointer
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: assign @pointer = &@global detail 1
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body local
// CHECK-NEXT: block 0 -> 2 1
// CHECK-NEXT: block 1 -> 2
// CHECK-NEXT: construct Mutex::Mutex(&@local::m) unwind 0
// CHECK-NEXT: block 2 -> 3
// CHECK-NEXT: write @local::n rmw
// CHECK-NEXT: assign @local::n = add(@local::n, 1) detail 1
// CHECK-NEXT: return &@local::m
// CHECK-NEXT: block 3 exit
