// The value is shared, so it is const.
// error: assignment of read-only|cannot assign to
#include <fearless/lazy.h>

int main() {
  fearless::LazyLock number([] { return 1; });
#ifdef RIGHT
  return *number;
#else
  *number = 2;
#endif
}
