// A reference to the value would outlive the lock.
// error: a reference to what the lock protects would outlive it
#include <fearless/mutex.h>

int main() {
  fearless::Mutex<int> mutex(1);
#ifdef RIGHT
  mutex.with([](int &value) -> int { return value; });
#else
  mutex.with([](int &value) -> int & { return value; });
#endif
}
