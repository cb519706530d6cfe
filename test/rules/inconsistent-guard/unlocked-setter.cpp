// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// All readers take the object's lock; the one function that writes does not.
#include <condition_variable>
#include <mutex>
#include <queue>

class Mailbox {
public:
  bool put(int letter) {
    std::lock_guard<std::mutex> hold(lock);
    if (closed)
      return false;
    letters.push(letter);
    arrived.notify_one();
    return true;
  }
  bool get(int *letter) {
    std::unique_lock<std::mutex> hold(lock);
    while (letters.empty() && !closed)
      arrived.wait(hold);
    if (letters.empty())
      return false;
    *letter = letters.front();
    letters.pop();
    return true;
  }
  void close() {
    closed = true;
    arrived.notify_all();
  }

private:
  std::mutex lock;
  std::condition_variable arrived;
  std::queue<int> letters;
  bool closed = false;
};

// CHECK: {{^}}{{.*}}unlocked-setter.cpp:[[#@LINE-11]]:{{[0-9]+}}: warning: 'Mailbox::closed' is written here without 'Mailbox::lock', which is held for it elsewhere [fearless-inconsistent-guard]{{$}}
// CHECK: {{^}}{{.*}}unlocked-setter.cpp:[[#@LINE-29]]:{{[0-9]+}}: note: 'Mailbox::put' reads it here, with the lock (as at 2 of 3 accesses){{$}}
// CHECK: {{^}}{{.*}}unlocked-setter.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: 'Mailbox::close' may run in another thread at the same time{{$}}
// CHECK: {{^}}{{.*}}unlocked-setter.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: hold 'Mailbox::lock' at every access, or make 'Mailbox::closed' atomic{{$}}
