// A handle that nobody keeps would be joined at once.
// error: nodiscard|unused-result
#include <fearless/thread.h>

int main() {
#ifdef RIGHT
  const auto handle = fearless::spawn([] {});
#else
  fearless::spawn([] {});
#endif
}
