// The scope that made a guard is the scope that holds.
// error: deleted
#include <fearless/mutex.h>

#include <utility>

int main() {
  fearless::Mutex<int> mutex(1);
  auto guard = mutex.lock();
#ifdef RIGHT
  auto &other = guard;
#else
  auto other = std::move(guard);
#endif
  *other = 2;
}
