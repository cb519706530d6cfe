// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The guard is a member; the thread unlocks in so many words.
#include <mutex>
#include <thread>
struct Transaction {
  std::unique_lock<std::mutex> Hold;
};
static std::mutex Mu;
static int Value;
static void commit(Transaction T) {
  Value = 1;
  T.Hold.unlock();
}
int main() {
  Transaction T{std::unique_lock<std::mutex>(Mu)};
  std::thread Worker(commit, std::move(T));
  Worker.join();
}

// CHECK: {{^}}{{.*}}transaction.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: 'T' is moved to another thread, but 'Mu' must be unlocked by the thread that locked it [fearless-not-send]{{$}}
// CHECK: {{^}}{{.*}}transaction.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: 'Transaction::Hold' is a 'std::unique_lock<std::mutex>', which unlocks it{{$}}
// CHECK: {{^}}{{.*}}transaction.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the thread started here runs 'commit' with it{{$}}
// CHECK: {{^}}{{.*}}transaction.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: lock 'Mu' in the thread that is to unlock it{{$}}
