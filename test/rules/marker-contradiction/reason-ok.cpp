// RUN: %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A reason is given.
#include "../not-send/Inputs/counted.h"
#include <fearless/annotations.h>
class FEARLESS_UNSAFE_SEND("only the layout thread copies it") Sheet {
public:
  boost::local_shared_ptr<int> Width;
};
int main() {
  Sheet S;
  (void)S;
}
