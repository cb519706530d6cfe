// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A stage that has ended itself joins the next one with its own lock held.
#include <mutex>
#include <thread>
struct Stage {
  std::mutex mu;
  std::thread thread;
  Stage *next = nullptr;
  int steps = 0;

  void start() { thread = std::thread([this] { run(); }); }
  void run() {
    std::lock_guard<std::mutex> hold(mu);
    ++steps;
  }
  void stop() {
    std::lock_guard<std::mutex> hold(mu);
    next->thread.join();
    ++steps;
  }
};
int main() {
  Stage first, second;
  first.next = &second;
  first.start();
  second.start();
  first.thread.join();
  first.stop();
}
