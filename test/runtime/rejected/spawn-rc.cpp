// An Rc counts without atomic operations: two threads would lose counts.
// error: is_not_Send<fearless::Rc<int>
#include <fearless/arc.h>
#include <fearless/rc.h>
#include <fearless/thread.h>

#ifdef RIGHT
using fearless::Arc;
#else
template <class T> using Arc = fearless::Rc<T>;
#endif

int main() {
  return fearless::spawn([](Arc<int> n) { return *n; }, Arc<int>::make(0))
      .join();
}
