// Threads of a scope may borrow, but what they use must be fit for it.
// error: is_not_Sync<fearless::Rc<int>
#include <fearless/arc.h>
#include <fearless/rc.h>
#include <fearless/scope.h>

#include <functional>

#ifdef RIGHT
using fearless::Arc;
#else
template <class T> using Arc = fearless::Rc<T>;
#endif

int main() {
  const auto number = Arc<int>::make(0);
  fearless::scope([&](fearless::Scope &s) {
    s.spawn([](const Arc<int> &n) { return Arc<int>(n).strong_count(); },
            std::cref(number));
  });
}
