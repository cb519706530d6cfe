// RUN: %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The thread that is waited for tries the lock, and ends in any case.
#include <fearless/mutex.h>
#include <thread>

int main() {
  const fearless::Mutex<int> number(1);
  auto guard = number.lock();
  std::thread other([&number] { (void)number.try_lock().has_value(); });
  other.join();
  return *guard;
}
