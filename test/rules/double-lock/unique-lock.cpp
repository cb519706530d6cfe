// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A unique_lock in its states, and its mutex taken once more.
#include <mutex>
#include <utility>
static std::mutex mu;
static int n;

void deferred() {
  std::unique_lock<std::mutex> hold(mu, std::defer_lock);
  hold.lock();
  mu.lock();
  n = 1;
}

void adopted() {
  mu.lock();
  std::unique_lock<std::mutex> hold(mu, std::adopt_lock);
  mu.lock();
  n = 2;
}

void moved() {
  std::unique_lock<std::mutex> hold(mu);
  std::unique_lock<std::mutex> other(std::move(hold));
  mu.lock();
  n = 3;
}

void notAdopted() {
  mu.lock();
  std::unique_lock<std::mutex> hold(mu);
  n = 4;
}

std::unique_lock<std::mutex> take() { return std::unique_lock<std::mutex>(mu); }

void returned() {
  std::unique_lock<std::mutex> hold = take();
  mu.lock();
  n = 5;
}

void tried() {
  std::unique_lock<std::mutex> hold(mu, std::try_to_lock);
  if (hold.owns_lock()) {
    mu.lock();
    n = 6;
    mu.unlock();
  }
}

// CHECK: {{^}}{{.*}}unique-lock.cpp:[[#@LINE-41]]:{{[0-9]+}}: warning: 'mu' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}unique-lock.cpp:[[#@LINE-43]]:{{[0-9]+}}: note: 'deferred' locks 'mu' here ...{{$}}
// CHECK: {{^}}{{.*}}unique-lock.cpp:[[#@LINE-43]]:{{[0-9]+}}: note: ... and, still holding it, locks 'mu' here again{{$}}
// CHECK: {{^}}{{.*}}unique-lock.cpp:[[#@LINE-44]]:{{[0-9]+}}: note: release 'mu' first, or drop this second lock{{$}}
// CHECK: {{^}}{{.*}}unique-lock.cpp:[[#@LINE-38]]:{{[0-9]+}}: warning: 'mu' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}unique-lock.cpp:[[#@LINE-41]]:{{[0-9]+}}: note: 'adopted' locks 'mu' here ...{{$}}
// CHECK: {{^}}{{.*}}unique-lock.cpp:[[#@LINE-40]]:{{[0-9]+}}: note: ... and, still holding it, locks 'mu' here again{{$}}
// CHECK: {{^}}{{.*}}unique-lock.cpp:[[#@LINE-41]]:{{[0-9]+}}: note: release 'mu' first, or drop this second lock{{$}}
// CHECK: {{^}}{{.*}}unique-lock.cpp:[[#@LINE-35]]:{{[0-9]+}}: warning: 'mu' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}unique-lock.cpp:[[#@LINE-38]]:{{[0-9]+}}: note: 'moved' locks 'mu' here ...{{$}}
// CHECK: {{^}}{{.*}}unique-lock.cpp:[[#@LINE-37]]:{{[0-9]+}}: note: ... and, still holding it, locks 'mu' here again{{$}}
// CHECK: {{^}}{{.*}}unique-lock.cpp:[[#@LINE-38]]:{{[0-9]+}}: note: release 'mu' first, or drop this second lock{{$}}
// CHECK: {{^}}{{.*}}unique-lock.cpp:[[#@LINE-33]]:{{[0-9]+}}: warning: 'mu' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}unique-lock.cpp:[[#@LINE-35]]:{{[0-9]+}}: note: 'notAdopted' locks 'mu' here ...{{$}}
// CHECK: {{^}}{{.*}}unique-lock.cpp:[[#@LINE-35]]:{{[0-9]+}}: note: ... and, still holding it, locks 'mu' here again{{$}}
// CHECK: {{^}}{{.*}}unique-lock.cpp:[[#@LINE-36]]:{{[0-9]+}}: note: release 'mu' first, or drop this second lock{{$}}
// CHECK: {{^}}{{.*}}unique-lock.cpp:[[#@LINE-29]]:{{[0-9]+}}: warning: 'mu' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}unique-lock.cpp:[[#@LINE-31]]:{{[0-9]+}}: note: 'returned' calls 'take', which locks 'mu' ...{{$}}
// CHECK: {{^}}{{.*}}unique-lock.cpp:[[#@LINE-31]]:{{[0-9]+}}: note: ... and, still holding it, locks 'mu' here again{{$}}
// CHECK: {{^}}{{.*}}unique-lock.cpp:[[#@LINE-32]]:{{[0-9]+}}: note: release 'mu' first, or drop this second lock{{$}}
// CHECK: {{^}}{{.*}}unique-lock.cpp:[[#@LINE-26]]:{{[0-9]+}}: warning: 'mu' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}unique-lock.cpp:[[#@LINE-29]]:{{[0-9]+}}: note: 'tried' locks 'mu' here ...{{$}}
// CHECK: {{^}}{{.*}}unique-lock.cpp:[[#@LINE-28]]:{{[0-9]+}}: note: ... and, still holding it, locks 'mu' here again{{$}}
// CHECK: {{^}}{{.*}}unique-lock.cpp:[[#@LINE-29]]:{{[0-9]+}}: note: release 'mu' first, or drop this second lock{{$}}
