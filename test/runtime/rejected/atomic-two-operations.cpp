// This would be a load and a store, with room for others between.
// error: no match for 'operator\+'|invalid operands
#include <fearless/atomic.h>

int main() {
  fearless::Atomic<int> a(1);
#ifdef RIGHT
  a.fetch_add(1);
#else
  a.store(a + 1);
#endif
}
