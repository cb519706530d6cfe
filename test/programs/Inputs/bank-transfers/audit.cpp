#include "audit.h"

#include <cstdio>
#include <mutex>
#include <vector>

namespace audit {
namespace {

struct Entry {
  int account;
  long cents;
};

// Lock order: fileMu before trailMu.
std::mutex fileMu;
std::mutex trailMu;
std::vector<Entry> trail;
long runningSum = 0;
unsigned refusals = 0;
std::size_t written = 0;

} // namespace

void note(int account, long cents) {
  std::lock_guard<std::mutex> lock(trailMu);
  trail.push_back({account, cents});
  runningSum += cents;
}

void refuse() {
  std::lock_guard<std::mutex> lock(trailMu);
  ++refusals;
}

Summary summary() {
  std::lock_guard<std::mutex> file(fileMu);
  std::lock_guard<std::mutex> lock(trailMu);
  return {trail.size() + written, runningSum, refusals};
}

std::size_t rotate() {
  std::lock_guard<std::mutex> file(fileMu);
  std::vector<Entry> batch;
  {
    std::lock_guard<std::mutex> lock(trailMu);
    batch.swap(trail);
  }
  for (const Entry &entry : batch)
    std::printf("%d %+ld\n", entry.account, entry.cents);
  written += batch.size();
  return batch.size();
}

} // namespace audit
