// The error path jumps to a label after the critical section.
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
  ++calls;
  lock.unlock();
out:
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
