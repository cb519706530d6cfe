// RUN: %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The promise is kept; or the class wants to be believed, and says why; or the instance promises nothing.
#include "../not-send/Inputs/counted.h"
#include <fearless/annotations.h>
#include <memory>
#include <type_traits>
#include <vector>
class FEARLESS_SEND Page {
public:
  std::vector<std::shared_ptr<int>> Widths;
};
class FEARLESS_UNSAFE_SEND("copies are made by one thread only") Sheet {
public:
  boost::local_shared_ptr<int> Width;
};
template <class T> class FEARLESS_SEND_IF(std::is_integral_v<T>) Slot {
public:
  T Value;
};
int main() {
  Page P;
  Sheet S;
  Slot<int> Number{1};
  Slot<boost::local_shared_ptr<int>> Handle;
  return Number.Value - 1;
}
