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

// CHECK: {{^}}{{.*}}send.cpp:[[#@LINE-10]]:{{[0-9]+}}: warning: 'Page' is marked FEARLESS_SEND, which it cannot be [fearless-marker-contradiction]{{$}}
// CHECK: {{^}}{{.*}}send.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: 'Page::Look' is a 'Style' ...{{$}}
// CHECK: {{^}}{{.*}}send.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: ... and 'Style::Widths' is a 'std::vector<boost::local_shared_ptr<int>, std::allocator<boost::local_shared_ptr<int>>>': its owners are counted without atomic operations{{$}}
// CHECK: {{^}}{{.*}}send.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: drop the marker or change what contradicts it; if it is safe for a reason that is not seen, FEARLESS_UNSAFE_SEND("reason") says so{{$}}
