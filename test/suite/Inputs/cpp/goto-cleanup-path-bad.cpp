// The error path jumps past the locking and into the common clean-up, which
// counts and unlocks.
#include <mutex>
#include <thread>

static std::recursive_mutex lock;
static int opened = 0;
static int errors = 0;
static int calls = 0;

static int open(int handle) {
  int result = -1;
  if (handle < 0)
    goto out;
  lock.lock();
  ++opened;
  if (handle > 90)
    ++errors;
  result = handle;
out:
  ++calls; // RACE
  if (result >= 0)
    lock.unlock();
  return result;
}

int main() {
  std::thread a([] {
    for (int i = 0; i < 100; ++i)
      open(i);
  });
  for (int i = 0; i < 100; ++i)
    open(i % 2 ? i : -i - 1);
  a.join();
  return opened == 150 && errors <= 14 && calls <= 200 ? 0 : 1;
}
