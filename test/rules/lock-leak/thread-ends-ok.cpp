// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
#include <thread>
static std::mutex mu;
static int balance;

static void run() {
  mu.lock();
  ++balance;
  mu.unlock();
}

int main() {
  std::thread worker(run);
  worker.join();
}
