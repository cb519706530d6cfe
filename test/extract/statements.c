// RUN: %fearless facts --dump %s -- -std=gnu11 | FileCheck %s
// C: initialisers by name, compound literals, gotos, statement expressions.
#define MAX(a, b) ({ int x = (a), y = (b); x > y ? x : y; })
struct mutex { int word; };
struct node { struct mutex mu; struct node *next; int v; };
void lock(struct mutex *);
void unlock(struct mutex *);
int trylock(struct mutex *);
static struct mutex table_lock;

void visit(struct node *n, int k) {
  struct node local = {.v = k, .next = n};
  local.next->v = 1;
  struct node *literal = &(struct node){.v = 2};
  literal->next = n;
  *n = local;
  n->v = MAX(k, 3);
again:
  lock(&n->mu);
  if (k-- > 0) {
    unlock(&n->mu);
    goto again;
  }
  if (trylock(&table_lock) == 0)
    unlock(&table_lock);
  unlock(&n->mu);
}

static int counter(void) {
  static int calls;
  return ++calls;
}

int main(void) { return counter(); }
// CHECK-LABEL: body visit
// CHECK-NEXT: local local : node
// CHECK-NEXT: local #1 : node temporary
// CHECK-NEXT: local literal : node *
// CHECK-NEXT: local x : int
// CHECK-NEXT: local y : int
// CHECK-NEXT: local #2 : int temporary
// CHECK-NEXT: block 0 -> 1 2
// CHECK-NEXT: assign %local.node::next = $n detail 1
// CHECK-NEXT: assign %local.node::v = $k detail 1
// CHECK-NEXT: write %local.node::next~1*.node::v
// CHECK-NEXT: assign %local.node::next~1*.node::v = 1 detail 2
// CHECK-NEXT: assign %#1.node::next = 0 detail 2
// CHECK-NEXT: assign %#1.node::v = 2 detail 3
// CHECK-NEXT: assign %#1.node::next = $n detail 3
// CHECK-NEXT: write $n*
// CHECK-NEXT: assign $n* = object %local
// CHECK-NEXT: assign %x = $k detail 1
// CHECK-NEXT: assume less(3, %x~1)
// CHECK-NEXT: block 1 -> 3
// CHECK-NEXT: assign %#2 = %x~1 detail 1
// CHECK-NEXT: block 2 -> 3
// CHECK-NEXT: assign %#2 = 3 detail 2
// CHECK-NEXT: block 3 -> 4
// CHECK-NEXT: write $n*.node::v
// CHECK-NEXT: assign $n*.node::v = %#2~3 detail 4
// CHECK-NEXT: block 4 -> 5 6
// CHECK-NEXT: call lock(&$n*.node::mu)
// CHECK-NEXT: assign $k = subtract($k~1, 1) detail 2
// CHECK-NEXT: assume less(0, $k~1)
// CHECK-NEXT: block 5 -> 4
// CHECK-NEXT: call unlock(&$n*.node::mu) detail 1
// CHECK-NEXT: block 6 -> 7 8
// CHECK-NEXT: call trylock(&@table_lock) -> call#2
// CHECK-NEXT: assume equal(call#2, 0)
// CHECK-NEXT: block 7 -> 8
// CHECK-NEXT: call unlock(&@table_lock) detail 3
// CHECK-NEXT: block 8 -> 9
// CHECK-NEXT: call unlock(&$n*.node::mu) detail 4
// CHECK-NEXT: block 9 exit
//
// CHECK-LABEL: body counter
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: write @counter::calls rmw
// CHECK-NEXT: assign @counter::calls = add(@counter::calls, 1) detail 1
// CHECK-NEXT: return @counter::calls~1
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body main
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: call counter() -> call#0
// CHECK-NEXT: return call#0
// CHECK-NEXT: block 1 exit
