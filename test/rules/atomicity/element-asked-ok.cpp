// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The element is looked at again under the second hold, where it is found or made.
#include <map>
#include <mutex>
#include <shared_mutex>
#include <thread>

static std::shared_mutex mu;
static std::map<int, int *> known;

static int *intern(int key) {
  {
    std::shared_lock<std::shared_mutex> hold(mu);
    auto at = known.find(key);
    if (at != known.end())
      return at->second;
  }
  std::unique_lock<std::shared_mutex> hold(mu);
  int *&slot = known[key];
  if (!slot)
    slot = new int(key);
  return slot;
}

int main() {
  std::thread other([] { intern(1); });
  intern(1);
  other.join();
}
