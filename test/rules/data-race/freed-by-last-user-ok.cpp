// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Each user takes himself off the count, and the last one deletes the object.
#include <mutex>
#include <thread>

struct Session {
  std::mutex mu;
  int users = 2;
  long bytes = 0;
};

static void leave(Session *s) {
  s->mu.lock();
  s->bytes++;
  bool last = --s->users == 0;
  s->mu.unlock();
  if (last)
    delete s;
}

int main() {
  Session *s = new Session;
  std::thread a([s] { leave(s); }), b([s] { leave(s); });
  a.join();
  b.join();
}
