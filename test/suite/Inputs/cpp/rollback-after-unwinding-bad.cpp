// The catch block undoes the change after unwinding has released the lock.
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
  try {
    std::lock_guard<std::mutex> hold(lock);
    ++reserved; // RACE
    charge(amount);
    return true;
  } catch (const std::runtime_error &) {
    --reserved; // RACE
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
