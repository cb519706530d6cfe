// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Joined or detached on every path; joinable() tells which thread there is.
#include <thread>
void work();
void use(int);
bool run(bool bad) {
  std::thread t(work);
  if (bad) {
    t.join();
    return false;
  }
  t.detach();
  return true;
}
void maybe(bool start) {
  std::thread t;
  if (start)
    t = std::thread(work);
  use(1);
  if (t.joinable())
    t.join();
}
void same(bool start) {
  std::thread t;
  if (start)
    t = std::thread(work);
  use(1);
  if (start)
    t.join();
}
void flag(int n) {
  std::thread t;
  bool started = false;
  if (n > 3) {
    t = std::thread(work);
    started = true;
  }
  use(1);
  if (started)
    t.join();
}
