// Looks whether there is room, then comes in: so may all others who looked
// meanwhile.
#include <fearless/atomic.h>
#include <fearless/scope.h>

#include <thread>

using fearless::Atomic;
using fearless::Scope;

int main() {
  const Atomic<int> now(0);
  fearless::scope([&](Scope &scope) {
    for (int i = 0; i < 20; ++i)
      scope.spawn([&now] {
        while (now.load() >= 3)
          std::this_thread::yield();
        now.store(now.load() + 1); // reported: atomicity
        now.fetch_sub(1);
      });
  });
}
