// A thread uses its own thread_local Cell.
#include "rust.h"
#include <thread>

static thread_local rust::Cell<int> count;

int main() {
  {
    std::jthread worker([] { count.set(1); });
    count.set(2);
  }
}
