// RUN: not %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A promise that a member does not keep.
#include "../not-send/Inputs/counted.h"
#include <fearless/annotations.h>
#include <vector>
struct Style {
  std::vector<boost::local_shared_ptr<int>> Widths;
};
class FEARLESS_SEND Page {
public:
  Style Look;
  int Number = 0;
};
int main() {
  Page P;
  return P.Number;
}
