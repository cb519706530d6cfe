// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// An empty critical section before a notify: no waiter misses it.
#include <atomic>
#include <condition_variable>
#include <mutex>
static std::mutex mu;
static std::condition_variable ready;
static std::atomic<bool> done;

void wait() {
  std::unique_lock<std::mutex> hold(mu);
  ready.wait(hold, [] { return done.load(); });
}

void braces() {
  done = true;
  std::lock_guard<std::mutex>{mu};
  ready.notify_all();
}

void block() {
  done = true;
  { std::lock_guard<std::mutex> hold(mu); }
  ready.notify_all();
}
