// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// One function pauses and resumes, by its argument.
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
  step(Resume);
}

// CHECK: 0 findings
