// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <condition_variable>
#include <mutex>
#include <thread>
static std::mutex outer, mu;
static std::condition_variable ready;
static bool done;

static void consume() {
  {
    std::unique_lock<std::mutex> hold(mu);
    ready.wait(hold, [] { return done; });
  }
  std::lock_guard<std::mutex> keep(outer);
}
static void produce() {
  std::lock_guard<std::mutex> keep(outer);
  std::lock_guard<std::mutex> hold(mu);
  done = true;
  ready.notify_one();
}
int main() {
  std::thread first(consume), second(produce);
  first.join();
  second.join();
}
