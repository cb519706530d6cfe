// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// What a flag says is what the last round of the loop left in it.
#include <chrono>
#include <mutex>
static std::timed_mutex mu;
static int value;
static bool update(int tries) {
  bool got = false;
  while (!got && tries--)
    got = mu.try_lock_for(std::chrono::milliseconds(5));
  if (got) {
    ++value;
    mu.unlock();
  }
  return got;
}
static bool replace(int tries) {
  bool got = false;
  for (int i = 0; i < tries && !got; ++i)
    got = mu.try_lock_for(std::chrono::milliseconds(5));
  if (!got)
    return false;
  value = 0;
  mu.unlock();
  return true;
}
int main() { return update(3) + replace(2); }
