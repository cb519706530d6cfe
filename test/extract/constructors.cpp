// RUN: %fearless facts --dump %s -- -std=c++20 | FileCheck %s
// Bases, members and default initialisers in order; what was built is destroyed
// if a later one throws.
struct Part {
  Part(int);
  ~Part();
};
void may();
struct Base { Base(); };
struct Whole : Base {
  Part a;
  Part b;
  int n = 7;
  int *p;
  int &r;
  Whole(int &x) : a(1), b(n), p(&n), r(x) { may(); }
  Whole(int &x, bool) : Whole(x) {}
};

struct Tried {
  Part a;
  Tried() try : a(2) { may(); } catch (...) { }
};

struct Inheriting : Whole {
  using Whole::Whole;
};
void inherit(int &x) { Inheriting i(x); }

struct Copied { Part *p; Part q; };
Copied copy(const Copied &c) { return c; }
// CHECK-LABEL: body Whole::Whole#1
// CHECK-NEXT: cleanup 1 destroy $this*.Whole::a -> 0 callee Part::~Part
// CHECK-NEXT: cleanup 2 destroy $this*.Whole::b -> 1 callee Part::~Part
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: construct Base::Base(&$this*) unwind 0
// CHECK-NEXT: construct Part::Part(&$this*.Whole::a, 1) detail 1 unwind 0
// CHECK-NEXT: read $this*.Whole::n
// CHECK-NEXT: construct Part::Part(&$this*.Whole::b, $this*.Whole::n) detail 2 unwind 1
// CHECK-NEXT: write $this*.Whole::n
// CHECK-NEXT: assign $this*.Whole::n = 7 detail 1
// CHECK-NEXT: write $this*.Whole::p
// CHECK-NEXT: assign $this*.Whole::p = &$this*.Whole::n detail 1
// CHECK-NEXT: assign $this*.Whole::r = &$x*
// CHECK-NEXT: call may() detail 3 unwind 2
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body Whole::Whole#2
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: construct Whole::Whole#1(&$this*, &$x*) unwind 0
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body Whole::~Whole
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: destroy Part::~Part(&$this*.Whole::b) implicit
// CHECK-NEXT: destroy Part::~Part(&$this*.Whole::a) implicit
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body Tried::Tried
// CHECK-NEXT: cleanup 1 handlers (1) -> 0 catches_all
// CHECK-NEXT: cleanup 2 destroy $this*.Tried::a -> 1 callee Part::~Part
// CHECK-NEXT: block 0 -> 2
// CHECK-NEXT: construct Part::Part(&$this*.Tried::a, 2) unwind 1
// CHECK-NEXT: call may() detail 1 unwind 2
// CHECK-NEXT: block 1
// CHECK-NEXT: catch
// CHECK-NEXT: throw unwind 0
// CHECK-NEXT: block 2 exit
//
// CHECK-LABEL: body Inheriting::Inheriting
// CHECK-NEXT: cleanup 1 destroy $this* -> 0 callee Whole::~Whole
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: construct Whole::Whole#1(&$this*, &$1*) unwind 0
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body Inheriting::~Inheriting
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: destroy Whole::~Whole(&$this*) implicit
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body inherit
// CHECK-NEXT: local i : Inheriting
// CHECK-NEXT: cleanup 1 destroy %i -> 0 callee Inheriting::~Inheriting
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: construct Inheriting::Inheriting(&%i, &$x*) unwind 0
// CHECK-NEXT: destroy Inheriting::~Inheriting(&%i) implicit
// CHECK-NEXT: block 1 exit
//
// CHECK-LABEL: body copy
// CHECK-NEXT: block 0 -> 1
// CHECK-NEXT: read $c*
// CHECK-NEXT: assign return = object $c*
// CHECK-NEXT: return object return
// CHECK-NEXT: block 1 exit
