// RUN: not %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Seen through a call as well, and through what the guard is kept in.
#include <fearless/mutex.h>

struct Count {
  int number = 0;
};

class Guests {
public:
  void add() {
    auto count = count_.lock();
    ++count->number;
    if (full())
      count->number = 0;
  }
  void twice() {
    auto one = count_.lock();
    auto two = count_.lock();
    one->number = two->number;
  }

private:
  bool full() const { return count_.lock()->number > 5; }

  fearless::Mutex<Count> count_;
};

void use(Guests &guests) {
  guests.add();
  guests.twice();
}

// CHECK: {{^}}{{.*}}guard-returned.cpp:[[#@LINE-20]]:{{[0-9]+}}: warning: 'Guests::count_' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}guard-returned.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: 'Guests::add' calls 'fearless::Mutex::lock', which locks 'Guests::count_' ...{{$}}
// CHECK: {{^}}{{.*}}guard-returned.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: ... and, still holding it, calls 'Guests::full' ...{{$}}
// CHECK: {{^}}{{.*}}guard-returned.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: ... which locks 'Guests::count_' here again{{$}}
// CHECK: {{^}}{{.*}}guard-returned.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: release 'Guests::count_' before this call, or give 'Guests::full' a variant that expects the lock to be held{{$}}
// CHECK: {{^}}{{.*}}guard-returned.cpp:[[#@LINE-20]]:{{[0-9]+}}: warning: 'Guests::count_' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}guard-returned.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: 'Guests::twice' calls 'fearless::Mutex::lock', which locks 'Guests::count_' ...{{$}}
// CHECK: {{^}}{{.*}}guard-returned.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: ... and, still holding it, locks 'Guests::count_' here again{{$}}
// CHECK: {{^}}{{.*}}guard-returned.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: release 'Guests::count_' first, or drop this second lock{{$}}
