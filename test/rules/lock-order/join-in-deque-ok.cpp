// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The workers are joined with the lock of another object of their class held.
#include <deque>
#include <mutex>
#include <thread>
struct Worker {
  std::mutex mu;
  std::thread thread;
  int steps = 0;

  void run() {
    std::lock_guard<std::mutex> hold(mu);
    ++steps;
  }
};
static std::deque<Worker> workers(4);
static Worker leader;

static void stop(Worker &holder, Worker &w) {
  std::lock_guard<std::mutex> hold(holder.mu);
  w.thread.join();
}
int main() {
  for (Worker &w : workers)
    w.thread = std::thread(&Worker::run, &w);
  for (Worker &w : workers)
    stop(leader, w);
  leader.run();
}
