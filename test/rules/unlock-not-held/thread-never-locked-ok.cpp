// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The thread locks before it calls what unlocks.
#include <mutex>
#include <thread>
static std::mutex mu;
static int balance;

static void withdraw(int n) {
  balance -= n;
  mu.unlock();
}

static void pay() {
  mu.lock();
  withdraw(1);
}

int main() {
  std::thread payer(pay);
  payer.join();
}

// CHECK: 0 findings
