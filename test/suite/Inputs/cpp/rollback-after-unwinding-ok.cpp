// The catch block stands inside the guard's scope, so the undo is made under
// the lock.
#include <mutex>
#include <stdexcept>
#include <thread>

static std::mutex lock;
static int reserved = 0;

static void charge(int amount) {
  if (amount % 3 == 0)
    throw std::runtime_error("card refused");
}

static bool book(int amount) {
  std::lock_guard<std::mutex> hold(lock);
  try {
    ++reserved;
    charge(amount);
    return true;
  } catch (const std::runtime_error &) {
    --reserved;
    return false;
  }
}

int main() {
  std::thread a([] {
    for (int i = 0; i < 90; ++i)
      book(i);
  });
  for (int i = 0; i < 90; ++i)
    book(i);
  a.join();
  return reserved == 120 ? 0 : 1;
}
