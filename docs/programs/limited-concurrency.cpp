// Twenty threads, of which three at most use a resource at once.
#include <fearless/atomic.h>
#include <fearless/condvar.h>
#include <fearless/mutex.h>
#include <fearless/scope.h>

#include <algorithm>

using fearless::Atomic;
using fearless::Condvar;
using fearless::Mutex;
using fearless::Scope;

class Permits {
public:
  explicit Permits(int count) : free_(count) {}

  void take() const {
    auto free = free_.lock();
    given_back_.wait(free, [](int free) { return free > 0; });
    --*free;
  }

  void give_back() const {
    free_.with([](int &free) { ++free; });
    given_back_.notify_one();
  }

private:
  Mutex<int> free_;
  Condvar given_back_;
};

/// Has a permit from constructor to destructor, whatever is thrown between.
class Permit {
public:
  explicit Permit(const Permits &permits) : permits_(permits) {
    permits_.take();
  }
  Permit(const Permit &) = delete;
  Permit &operator=(const Permit &) = delete;
  ~Permit() { permits_.give_back(); }

private:
  const Permits &permits_;
};

int main() {
  const Permits permits(3);
  const Atomic<int> now(0), most(0), uses(0);
  fearless::scope([&](Scope &scope) {
    for (int i = 0; i < 20; ++i)
      scope.spawn([&] {
        for (int n = 0; n < 100; ++n) {
          const Permit permit(permits);
          const int users = now.fetch_add(1) + 1;
          most.update([users](int most) { return std::max(most, users); });
          uses.fetch_add(1);
          now.fetch_sub(1);
        }
      });
  });
  return most.load() <= 3 && uses.load() == 2000 ? 0 : 1;
}
