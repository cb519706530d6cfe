// A Cell in an RwLock is set by two readers.
#include "rust.h"
#include <thread>

int main() {
  rust::RwLock<rust::Cell<int>> number(rust::Cell<int>(0));
  {
    std::jthread worker([&] { number.read()->set(1); }); // ERROR
    number.read()->set(2); // ERROR-ALSO
  }
}
