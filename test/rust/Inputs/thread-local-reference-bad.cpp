// A thread gets a reference to the thread_local Cell of another.
#include "rust.h"
#include <thread>

static thread_local rust::Cell<int> count;

int main() {
  auto &mine = count;
  {
    std::jthread worker([&mine] { mine.set(1); }); // ERROR
    mine.set(2); // ERROR-ALSO
  }
}
