// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The out-parameter tells.
#include <mutex>
struct Job {
  Job *next;
};
static std::mutex mu;
static Job *head;

static Job *first() { return head; }

Job *tryPop(bool *locked) {
  if (!mu.try_lock()) {
    *locked = false;
    return nullptr;
  }
  *locked = true;
  Job *job = first();
  return job;
}

// CHECK: 0 findings
