// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
#include <thread>
static std::mutex mu;
static int total;

static void run() {
  std::lock_guard<std::mutex> hold(mu);
  ++total;
}
int main() {
  std::thread worker(run);
  {
    std::lock_guard<std::mutex> hold(mu);
    ++total;
  }
  worker.join();
}
