// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The thread is over before the handle is copied.
#include "../not-send/Inputs/counted.h"
#include <thread>
struct Page {
  int Lines = 0;
};
static boost::local_shared_ptr<Page> Shown(new Page);
int main() {
  std::thread Printer([] {
    boost::local_shared_ptr<Page> Mine = Shown;
    (void)Mine->Lines;
  });
  Printer.join();
  boost::local_shared_ptr<Page> Mine = Shown;
  return Mine->Lines;
}
