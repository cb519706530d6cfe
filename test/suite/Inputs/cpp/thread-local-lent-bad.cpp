// A thread lends the address of its thread_local counter to another thread,
// which writes through it.
#include <thread>

static thread_local long mine = 0;

static void count(long *counter) {
  for (int i = 0; i < 100; ++i)
    ++*counter; // RACE
}

int main() {
  std::thread helper(count, &mine);
  for (int i = 0; i < 100; ++i)
    ++mine; // RACE
  helper.join();
  return mine == 200 ? 0 : 1;
}
