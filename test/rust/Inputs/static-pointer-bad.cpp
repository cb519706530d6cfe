// A pointer in a Cell is static.
#include "rust.h"
#include <cstdio>
#include <thread>

static const rust::Cell<const int *> current; // ERROR
static const int one = 1;

int main() {
  std::thread worker([] { current.set(&one); }); // ERROR-ALSO
  std::printf("%d\n", current.get() == nullptr); // ERROR-ALSO
  worker.join();
}
