// What an ordinary library function does with its operands is told by their types: a
// const member function reads, another one writes. It may call what it is given.
// RUN: split-file %s %t
// RUN: not %fearless check --models %t/box.yaml %t/box.cpp -- -std=c++20 -isystem %t/system 2>&1 | FileCheck %s --implicit-check-not=warning:
// CHECK-DAG: box.cpp:{{[0-9]+}}:{{[0-9]+}}: warning: data race on 'written'
// CHECK-DAG: box.cpp:{{[0-9]+}}:{{[0-9]+}}: warning: data race on 'visits'
//--- system/box.h
struct Box {
  int get() const;
  void set(int);
};
void visit(void (*visitor)());
//--- box.yaml
fearless-models: 1
types:
  - {name: Box, is: value}
functions:
  - {name: "Box::*", uses: [this, 0...]}
  - {name: visit, uses: 0}
//--- box.cpp
#include <box.h>
#include <thread>
static Box shown, written;
static int visits;
static void work() {
  shown.get();
  written.set(1);
  ++visits;
}
static void count() {
  ++visits;
}
int main() {
  std::thread other(work);
  shown.get();
  written.set(2);
  visit(count);
  other.join();
}
