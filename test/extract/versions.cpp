// RUN: %fearless facts --dump %s -- -std=c++20 | FileCheck %s
// A load carries the number of the definition that reaches it: 0 at entry, one
// more for each store and each join of different ones.
struct Mutex { void lock(); void unlock(); };
struct Node { Mutex mu; Node *next; };

void handOverHand(Node *cur) {
  cur->mu.lock();
  while (Node *next = cur->next) {
    next->mu.lock();
    cur->mu.unlock();
    cur = next;
  }
  cur->mu.unlock();
}

void fieldStore(Node *n, Node *other) {
  Node *before = n->next;
  n->next = other;
  before->mu.lock();
  n->next->mu.lock();
}

void join(Node *a, Node *b, bool c) {
  Node *n = a;
  if (c)
    n = b;
  n->mu.lock();
}

void change(Node *&n);
void byReference(Node *n) {
  n->mu.lock();
  change(n);
  n->mu.unlock();
}

void objectAssigned(Node &a, Node &b, Node *(*f)(const Node &)) {
  f(a);
  a = b;
  f(a);
}
// CHECK-LABEL: body handOverHand
// CHECK-NEXT: local next : Node *
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: call Mutex::lock(&$cur*.Node::mu) unwind 0
// CHECK-NEXT: block 1 -> 2 3
// CHECK-NEXT: read $cur~1*.Node::next
// CHECK-NEXT: assume $cur~1*.Node::next
// CHECK-NEXT: block 2 -> 1
// CHECK-NEXT: call Mutex::lock(&$cur~1*.Node::next*.Node::mu) detail 1 unwind 0
// CHECK-NEXT: call Mutex::unlock(&$cur~1*.Node::mu) detail 2 unwind 0
// CHECK-NEXT: assign $cur = $cur~1*.Node::next detail 2
// CHECK-NEXT: block 3 -> 4
// CHECK-NEXT: call Mutex::unlock(&$cur~1*.Node::mu) detail 3 unwind 0
// CHECK-NEXT: block 4 exit
//
// CHECK-LABEL: body fieldStore
// CHECK-NEXT: local before : Node *
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: read $n*.Node::next
// CHECK-NEXT: write $n*.Node::next
// CHECK-NEXT: assign $n*.Node::next = $other detail 1
// CHECK-NEXT: call Mutex::lock(&$n*.Node::next*.Node::mu) unwind 0
// CHECK-NEXT: read $n*.Node::next
// CHECK-NEXT: call Mutex::lock(&$n*.Node::next~1*.Node::mu) detail 1 unwind 0
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body join
// CHECK-NEXT: local n : Node *
// CHECK-NEXT: block 0 -> 1 2
// CHECK-NEXT: assign %n = $a detail 1
// CHECK-NEXT: assume $c
// CHECK-NEXT: block 1 -> 2
// CHECK-NEXT: assign %n = $b detail 2
// CHECK-NEXT: block 2 -> 3
// CHECK-NEXT: call Mutex::lock(&%n~3*.Node::mu) unwind 0
// CHECK-NEXT: block 3 exit
//
// CHECK-LABEL: body byReference
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: read $n
// CHECK-NEXT: call Mutex::lock(&$n*.Node::mu) unwind 0
// CHECK-NEXT: call change(&$n) detail 1 unwind 0
// CHECK-NEXT: read $n
// CHECK-NEXT: call Mutex::unlock(&$n~1*.Node::mu) detail 2 unwind 0
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body objectAssigned
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: call ($f, &$a*) -> call#0 unwind 0
// CHECK-NEXT: read $b*
// CHECK-NEXT: write $a*
// CHECK-NEXT: assign $a* = object $b*
// CHECK-NEXT: call ($f, &$a*~1) -> call#1 unwind 0
// CHECK-NEXT: block 1 exit
