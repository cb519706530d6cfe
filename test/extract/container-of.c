// RUN: %fearless facts --dump %s -- -std=gnu11 | FileCheck %s
// The object around a part of it, as C programs find it: known where the part
// is, equal to itself where not.
#define container_of(p, T, m) ((T *)((char *)(p) - __builtin_offsetof(T, m)))
struct mutex { int word; };
struct link { struct link *next; };
struct job { int n; struct mutex mu; struct link first, second; };
void lock(struct mutex *);
void unlock(struct mutex *);
void known(struct job *j) {
  struct link *l = &j->second;
  lock(&container_of(l, struct job, second)->mu);
  unlock(&j->mu);
}
void unknown(struct link *l) {
  struct job *j = container_of(l, struct job, first);
  lock(&j->mu);
  unlock(&container_of(l, struct job, first)->mu);
}
// CHECK-LABEL: body known
// CHECK-NEXT: local l : link *
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: call lock(&$j*.job::mu)
// CHECK-NEXT: call unlock(&$j*.job::mu) detail 1
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body unknown
// CHECK-NEXT: local j : job *
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: call lock(&$l*[add(-8, 0)].job::mu)
// CHECK-NEXT: call unlock(&$l*[add(-8, 0)].job::mu) detail 1
// CHECK-NEXT: block 1 exit
