// A Cell is static.
#include "rust.h"
#include <thread>

static const rust::Cell<int> count(0); // ERROR

int main() {
  std::thread worker([] { count.set(count.get() + 1); }); // ERROR-ALSO
  count.set(count.get() + 1); // ERROR-ALSO
  worker.join();
}
