// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// One function pauses and resumes, by its argument; paused twice.
#include <mutex>
enum Phase { Pause, Count, Resume };
static std::mutex world;
static int counted;

static void step(Phase phase) {
  switch (phase) {
  case Pause:
    world.lock();
    break;
  case Count:
    ++counted;
    break;
  case Resume:
    world.unlock();
    break;
  }
}

void rebuild() {
  step(Pause);
  step(Count);
  step(Pause);
}

// CHECK: {{^}}{{.*}}switch-argument.cpp:[[#@LINE-3]]:{{[0-9]+}}: warning: 'world' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}switch-argument.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: 'rebuild' calls 'step', which locks 'world' ...{{$}}
// CHECK: {{^}}{{.*}}switch-argument.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: ... and, still holding it, calls 'step' ...{{$}}
// CHECK: {{^}}{{.*}}switch-argument.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: ... which locks 'world' here again{{$}}
// CHECK: {{^}}{{.*}}switch-argument.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: release 'world' before this call, or give 'step' a variant that expects the lock to be held{{$}}
