// A reference from a guard without a name would outlive the lock.
// error: use of deleted function|call to deleted|overload resolution selected deleted
#include <fearless/mutex.h>

int main() {
  fearless::Mutex<int> mutex(1);
#ifdef RIGHT
  auto guard = mutex.lock();
  int &value = *guard;
#else
  int &value = *mutex.lock();
#endif
  value = 2;
}
