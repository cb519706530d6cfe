#include "metrics.h"

#include <cstdio>
#include <map>
#include <mutex>

namespace {

// Lock order: runMu before eventMu.
std::mutex runMu;
unsigned long tasksRun = 0;
std::map<int, unsigned long> byPriority;

std::mutex eventMu;
unsigned long steals = 0;
unsigned long pauses = 0;
unsigned long idleLooks = 0;

} // namespace

void metrics::ran(int priority, bool stolen) {
  std::lock_guard lock(runMu);
  ++tasksRun;
  ++byPriority[priority];
  if (stolen) {
    std::lock_guard event(eventMu);
    ++steals;
  }
}

void metrics::paused() {
  std::unique_lock run(runMu);
  std::unique_lock event(eventMu);
  ++pauses;
  byPriority.try_emplace(0, 0);
}

void metrics::foundNothing() {
  std::lock_guard lock(eventMu);
  ++idleLooks;
}

unsigned long metrics::events() {
  std::lock_guard lock(eventMu);
  return steals + pauses + idleLooks;
}

void metrics::print() {
  std::scoped_lock all(runMu, eventMu);
  std::printf("%lu run, %lu stolen, %lu pauses, %lu times idle\n", tasksRun,
              steals, pauses, idleLooks);
  for (const auto &[priority, n] : byPriority)
    std::printf("  priority %d: %lu\n", priority, n);
}
