// RUN: not %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Whoever wants to be believed says why.
#include "../not-send/Inputs/counted.h"
#include <fearless/annotations.h>
class FEARLESS_UNSAFE_SEND("") Sheet {
public:
  boost::local_shared_ptr<int> Width;
};
int main() {
  Sheet S;
  (void)S;
}

// CHECK: {{^}}{{.*}}reason.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: 'Sheet' is marked FEARLESS_UNSAFE_SEND without a reason [fearless-marker-contradiction]{{$}}
// CHECK: {{^}}{{.*}}reason.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: say why it is safe, although its members do not show it{{$}}
