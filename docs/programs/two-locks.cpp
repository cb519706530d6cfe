// Books go from shelf to shelf and back, each shelf with its own lock. Three
// ways in which two threads cannot wait for each other.
#include <fearless/mutex.h>
#include <fearless/scope.h>
#include <fearless/with_all.h>

using fearless::Mutex;
using fearless::Scope;

struct Shelves {
  Mutex<int> upper{100}, lower{100};

  int count() const {
    return fearless::with_all([](int u, int l) { return u + l; }, upper, lower);
  }
};

// All locks at once: with_all never waits for one while it holds another.
void move_with_all(const Mutex<int> &from, const Mutex<int> &to) {
  fearless::with_all(
      [](int &from, int &to) {
        --from;
        ++to;
      },
      from, to);
}

// One order for all threads: upper before lower, whichever way the book goes.
void move_in_order(const Shelves &shelves, int down) {
  auto upper = shelves.upper.lock();
  auto lower = shelves.lower.lock();
  *upper -= down;
  *lower += down;
}

// One lock at a time, where the book may be seen on no shelf for a moment.
void move_by_hand(const Mutex<int> &from, const Mutex<int> &to) {
  from.with([](int &books) { --books; });
  to.with([](int &books) { ++books; });
}

int main() {
  const Shelves shelves;
  fearless::scope([&](Scope &scope) {
    scope.spawn([&shelves] {
      for (int i = 0; i < 1000; ++i) {
        move_with_all(shelves.upper, shelves.lower);
        move_in_order(shelves, 1);
        move_by_hand(shelves.upper, shelves.lower);
      }
    });
    scope.spawn([&shelves] {
      for (int i = 0; i < 1000; ++i) {
        move_with_all(shelves.lower, shelves.upper);
        move_in_order(shelves, -1);
        move_by_hand(shelves.lower, shelves.upper);
      }
    });
  });
  return shelves.count() == 200 ? 0 : 1;
}
