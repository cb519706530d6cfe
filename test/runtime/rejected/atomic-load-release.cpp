// A load cannot release: the standard library has it as undefined behaviour.
// error: OrderOfLoad
#include <fearless/atomic.h>

int main() {
  fearless::Atomic<int> a(1);
#ifdef RIGHT
  return a.load(fearless::order::acquire);
#else
  return a.load(fearless::order::release);
#endif
}
