// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The predicate tells that the message is there.
#include <condition_variable>
#include <mutex>
#include <thread>
static std::mutex mu;
static std::condition_variable cv;
static bool ready;
static int message;
static void produce() {
  message = 1;
  {
    std::lock_guard<std::mutex> hold(mu);
    ready = true;
  }
  cv.notify_one();
}
int main() {
  std::thread producer(produce);
  std::unique_lock<std::mutex> lock(mu);
  cv.wait(lock, [] { return ready; });
  lock.unlock();
  int seen = message;
  producer.join();
  return seen;
}
