// RUN: %fearless facts --dump %s -- -std=c++20 -I%src/lib/include | FileCheck %s
// Markers of classes, functions and parameters; of a template, those of its
// instances.
#include <fearless/annotations.h>
class FEARLESS_THREAD_BOUND FEARLESS_UNSAFE_SYNC("it locks") Widget {
public:
  FEARLESS_JOINS void close();
};
template <class F> void run(int, FEARLESS_CROSSES_THREAD F Job) { Job(); }
void nothing();
void all(Widget &W) {
  W.close();
  run(1, nothing);
}
// CHECK: record Widget {{.*}} {{\[\[}}marker(fearless::thread_bound)]] {{\[\[}}marker(fearless::unsafe_sync, "it locks")]] :
// CHECK: function run(int, function * Job) -> void {{.*}} {{\[\[}}marker("#1: fearless::crosses_thread")]] :
// CHECK: function Widget::close -> void {{.*}} {{\[\[}}marker(fearless::joins)]] :
