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
std::size_t left = 0;

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

void metrics::abandoned(std::size_t tasks) {
  std::lock_guard lock(eventMu);
  left += tasks;
}

unsigned long metrics::stolen() {
  std::lock_guard lock(eventMu);
  return steals;
}

void metrics::print() {
  std::scoped_lock all(runMu, eventMu);
  std::printf("%lu run, %lu stolen, %lu pauses, %zu left\n", tasksRun, steals,
              pauses, left);
  for (const auto &[priority, n] : byPriority)
    std::printf("  priority %d: %lu\n", priority, n);
}
