// RUN: %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// One is of Send, the other of Sync.
#include <fearless/annotations.h>
class FEARLESS_SEND FEARLESS_NOT_SYNC Task {};
int main() { (void)Task(); }
