// RUN: not %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Both cannot be.
#include <fearless/annotations.h>
class FEARLESS_SEND FEARLESS_NOT_SEND Task {};
int main() { (void)Task(); }

// CHECK: {{^}}{{.*}}torn.cpp:[[#@LINE-3]]:{{[0-9]+}}: warning: 'Task' is marked FEARLESS_SEND and the contrary; the contrary counts [fearless-marker-contradiction]{{$}}
