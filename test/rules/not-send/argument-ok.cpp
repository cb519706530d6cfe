// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A deferred task runs on the thread that asks for its result.
#include "Inputs/counted.h"
#include <future>
#include <vector>
using Palette = boost::local_shared_ptr<std::vector<int>>;
template <class T> struct Tagged {
  int Tag;
  T Value;
};
static unsigned long count(Tagged<Palette> P) { return P.Value->size(); }
static unsigned long analyse(const Palette &Base) {
  Tagged<Palette> T{1, Base};
  auto Count = std::async(std::launch::deferred, count, T);
  Palette Mine = Base;
  return Mine->size() + Count.get();
}
int main() {
  auto P = boost::make_local_shared<std::vector<int>>();
  return static_cast<int>(analyse(P));
}
