// RUN: %fearless facts --dump %s -- -std=c++20 | FileCheck %s
// One location has one path, however it is written: local pointers and
// references with a known value are seen through.
struct Mutex { void lock(); };
struct Node { Mutex mu; Node *next; Mutex many[4]; };
struct Tree { Node root; Node *leaf(); Mutex *alias; };
Tree global;

void same(Node *n) {
  Node *p = n;
  Node &r = *p;
  Mutex &m = r.mu;
  Mutex *q = &m;
  n->mu.lock();
  p->mu.lock();
  (*p).mu.lock();
  m.lock();
  q->lock();
  (&*q)->lock();
}

void nested(Tree &t, int i) {
  t.root.next->next->mu.lock();
  global.root.mu.lock();
  t.root.many[2].lock();
  t.root.many[i].lock();
  t.root.many[i + 1].lock();
  t.alias->lock();
  t.leaf()->mu.lock();
}

void array(Mutex *ms) {
  ms[1].lock();
  (ms + 1)->lock();
  Mutex *third = &ms[3];
  (third - 1)->lock();
  Mutex local[2];
  local[1].lock();
  for (int i = 0; i < 9; ++i)
    ms[i].lock();
}

Node *Tree::leaf() {
  root.mu.lock();
  this->root.mu.lock();
  return root.next;
}
// CHECK-LABEL: body Tree::leaf
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: call Mutex::lock(&$this*.Tree::root.Node::mu) unwind 0
// CHECK-NEXT: call Mutex::lock(&$this*.Tree::root.Node::mu) detail 1 unwind 0
// CHECK-NEXT: read $this*.Tree::root.Node::next
// CHECK-NEXT: return $this*.Tree::root.Node::next
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body same
// CHECK-NEXT: local p : Node *
// CHECK-NEXT: local r : Node & reference
// CHECK-NEXT: local m : Mutex & reference
// CHECK-NEXT: local q : Mutex *
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: call Mutex::lock(&$n*.Node::mu) unwind 0
// CHECK-NEXT: call Mutex::lock(&$n*.Node::mu) detail 1 unwind 0
// CHECK-NEXT: call Mutex::lock(&$n*.Node::mu) detail 2 unwind 0
// CHECK-NEXT: call Mutex::lock(&$n*.Node::mu) detail 3 unwind 0
// CHECK-NEXT: call Mutex::lock(&$n*.Node::mu) detail 4 unwind 0
// CHECK-NEXT: call Mutex::lock(&$n*.Node::mu) detail 5 unwind 0
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body nested
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: read $t*.Tree::root.Node::next
// CHECK-NEXT: read $t*.Tree::root.Node::next*.Node::next
// CHECK-NEXT: call Mutex::lock(&$t*.Tree::root.Node::next*.Node::next*.Node::mu) unwind 0
// CHECK-NEXT: call Mutex::lock(&@global.Tree::root.Node::mu) detail 1 unwind 0
// CHECK-NEXT: call Mutex::lock(&$t*.Tree::root.Node::many[2]) detail 2 unwind 0
// CHECK-NEXT: call Mutex::lock(&$t*.Tree::root.Node::many[add($i, 0)]) detail 3 unwind 0
// CHECK-NEXT: call Mutex::lock(&$t*.Tree::root.Node::many[add($i, 1)]) detail 4 unwind 0
// CHECK-NEXT: read $t*.Tree::alias
// CHECK-NEXT: call Mutex::lock(&$t*.Tree::alias*) detail 5 unwind 0
// CHECK-NEXT: call Tree::leaf(&$t*) -> call#6 unwind 0
// CHECK-NEXT: call Mutex::lock(&call#6*.Node::mu) detail 7 unwind 0
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body array
// CHECK-NEXT: local third : Mutex *
// CHECK-NEXT: local local : Mutex [] address_taken
// CHECK-NEXT: local i : int
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: call Mutex::lock(&$ms*[1]) unwind 0
// CHECK-NEXT: call Mutex::lock(&$ms*[1]) detail 1 unwind 0
// CHECK-NEXT: call Mutex::lock(&$ms*[2]) detail 2 unwind 0
// CHECK-NEXT: call Mutex::lock(&%local[1]) detail 3 unwind 0
// CHECK-NEXT: assign %i = 0 detail 1
// CHECK-NEXT: block 1 -> 2 3
// CHECK-NEXT: assume less(%i~2, 9)
// CHECK-NEXT: block 2 -> 1
// CHECK-NEXT: call Mutex::lock(&$ms*[induction(%i~2)]) detail 4 unwind 0
// CHECK-NEXT: assign %i = add(%i~2, 1) detail 3
// CHECK-NEXT: block 3 exit
