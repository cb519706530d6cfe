// A store cannot acquire.
// error: OrderOfStore
#include <fearless/atomic.h>

int main() {
  fearless::Atomic<int> a(1);
#ifdef RIGHT
  a.store(2, fearless::order::release);
#else
  a.store(2, fearless::order::acquire);
#endif
}
