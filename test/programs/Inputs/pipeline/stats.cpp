#include "stats.h"

#include <map>
#include <mutex>
#include <shared_mutex>

namespace {

std::shared_mutex countersMu;
std::map<std::string, long> counters;

std::mutex failuresMu;
unsigned failures = 0;
std::string lastFailure;

} // namespace

void stats::count(const std::string &what, long by) {
  std::unique_lock<std::shared_mutex> lock(countersMu);
  counters[what] += by;
}

long stats::value(const std::string &what) {
  std::shared_lock<std::shared_mutex> lock(countersMu);
  auto found = counters.find(what);
  return found == counters.end() ? 0 : found->second;
}

void stats::fail(const std::string &line) {
  std::lock_guard<std::mutex> lock(failuresMu);
  ++failures;
  lastFailure = line;
  count("failed");
}

std::string stats::table() {
  std::string text;
  {
    std::shared_lock<std::shared_mutex> lock(countersMu);
    for (const auto &[what, n] : counters)
      text += what + " " + std::to_string(n) + "\n";
  }
  std::lock_guard<std::mutex> lock(failuresMu);
  if (failures > 0)
    text += "last failure: " + lastFailure + "\n";
  return text;
}

void stats::reset() {
  std::lock_guard<std::mutex> failureLock(failuresMu);
  std::unique_lock<std::shared_mutex> lock(countersMu);
  counters.clear();
  failures = 0;
  lastFailure.clear();
}
