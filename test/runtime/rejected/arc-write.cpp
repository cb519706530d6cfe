// What is shared is read: a change needs the only handle, a copy, or a lock.
// error: const-qualified|read-only
#include <fearless/arc.h>

int main() {
  auto shared = fearless::Arc<int>::make(1);
#ifdef RIGHT
  shared.make_mut() = 2;
#else
  *shared = 2;
#endif
}
