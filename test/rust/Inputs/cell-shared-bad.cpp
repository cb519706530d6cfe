// A thread and its starter share a Cell.
#include "rust.h"
#include <cstdio>
#include <thread>

int main() {
  const rust::Cell<int> count(0);
  {
    std::jthread worker([&] { count.set(count.get() + 1); }); // ERROR
    count.set(count.get() + 1); // ERROR-ALSO
  }
  std::printf("%d\n", count.get());
}
