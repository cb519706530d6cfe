// A task does not borrow through a raw pointer; it gets a value of its own.
// error: is_not_Send<const int ?\*|is_not_Send<int const ?\*
#include <fearless/thread_pool.h>

int main() {
  fearless::ThreadPool pool(1);
  const int number = 0;
#ifdef RIGHT
  return pool.submit([](int n) { return n; }, number).join();
#else
  return pool.submit([](const int *n) { return *n; }, &number).join();
#endif
}
