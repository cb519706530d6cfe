// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A try-lock whose success no caller can tell: a null pointer may mean both.
#include <mutex>
struct Job {
  Job *next;
};
static std::mutex mu;
static Job *head;

static Job *first() { return head; }

Job *tryPop() {
  if (!mu.try_lock())
    return nullptr;
  Job *job = first();
  return job;
}

// CHECK: {{^}}{{.*}}try-not-told.cpp:[[#@LINE-3]]:{{[0-9]+}}: warning: 'mu' is still locked when 'tryPop' returns here, and no caller can tell [fearless-lock-leak]{{$}}
// CHECK: {{^}}{{.*}}try-not-told.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: 'tryPop' locks 'mu' here{{$}}
// CHECK: {{^}}{{.*}}try-not-told.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: unlock 'mu' on this path too, or hold it with a std::lock_guard{{$}}
