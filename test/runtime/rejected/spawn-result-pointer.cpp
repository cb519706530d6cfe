// A thread returns values, not pointers to what it may still use.
// error: is_not_Send<int ?\*
#include <fearless/thread.h>

int main() {
  static int counter = 0;
#ifdef RIGHT
  return fearless::spawn([] { return counter; }).join();
#else
  return *fearless::spawn([] { return &counter; }).join();
#endif
}
