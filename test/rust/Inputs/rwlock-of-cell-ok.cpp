// A number in an RwLock is set by two writers.
#include "rust.h"
#include <thread>

int main() {
  rust::RwLock<int> number(0);
  {
    std::jthread worker([&] { *number.write() = 1; });
    *number.write() = 2;
  }
}
