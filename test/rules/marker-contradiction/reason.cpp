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
