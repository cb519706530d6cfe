// RUN: %fearless facts --dump %s -- -std=c++20 | FileCheck %s
// Objects on the heap have a root per new-expression.
using size_t = decltype(sizeof(0));
void *operator new(size_t, void *p) noexcept { return p; }
struct Node {
  Node(int);
  ~Node();
  int n;
};
struct Plain { int n; };

void heap() {
  Node *a = new Node(1);
  a->n = 2;
  delete a;
  int *i = new int(3);
  Plain *p = new Plain{4};
  delete p;
  Node *many = new Node[2]{1, 2};
  delete[] many;
}

void placed(void *where) {
  Node *n = new (where) Node(5);
  n->~Node();
}
// CHECK-LABEL: body "operator new"
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: return $p
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body heap
// CHECK-NEXT: local a : Node *
// CHECK-NEXT: local i : int *
// CHECK-NEXT: local p : Plain *
// CHECK-NEXT: local many : Node *
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: allocate new#0
// CHECK-NEXT: construct Node::Node(&new#0, 1) detail 1 unwind 0
// CHECK-NEXT: write new#0.Node::n
// CHECK-NEXT: assign new#0.Node::n = 2 detail 1
// CHECK-NEXT: destroy Node::~Node(&new#0)
// CHECK-NEXT: free &new#0
// CHECK-NEXT: allocate new#2
// CHECK-NEXT: assign new#2 = 3 detail 1
// CHECK-NEXT: allocate new#3
// CHECK-NEXT: assign new#3.Plain::n = 4 detail 1
// CHECK-NEXT: free &new#3
// CHECK-NEXT: allocate new#4
// CHECK-NEXT: construct Node::Node(&new#4[0], 1) detail 5 unwind 0
// CHECK-NEXT: construct Node::Node(&new#4[1], 2) detail 6 unwind 0
// CHECK-NEXT: destroy Node::~Node(&new#4[?])
// CHECK-NEXT: free &new#4
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body placed
// CHECK-NEXT: local n : Node *
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: construct Node::Node(&$where*, 5) unwind 0
// CHECK-NEXT: destroy Node::~Node(&$where*)
// CHECK-NEXT: block 1 exit
