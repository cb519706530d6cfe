// RUN: %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The guard of one expression is gone at its end; who tries may fail.
#include <fearless/mutex.h>

struct Count {
  int number = 0;
};

class Guests {
public:
  void add() {
    count_.lock()->number++;
    if (full())
      count_.lock()->number = 0;
    if (auto count = count_.try_lock())
      ++(*count)->number;
    count_.with([](Count &n) { ++n.number; });
    auto count = count_.lock();
    ++count->number;
  }

private:
  bool full() const { return count_.lock()->number > 5; }

  fearless::Mutex<Count> count_;
};

void use(Guests &guests) { guests.add(); }
