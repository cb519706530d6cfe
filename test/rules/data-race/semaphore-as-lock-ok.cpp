// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A semaphore with one permit lets in one thread at a time.
#include <semaphore>
#include <thread>
#include <vector>
static std::binary_semaphore permits(1);
static std::vector<int> log;
static void append(int entry) {
  permits.acquire();
  log.push_back(entry);
  permits.release();
}
int main() {
  std::vector<std::thread> writers;
  for (int i = 0; i < 4; ++i)
    writers.emplace_back(append, i);
  for (std::thread &writer : writers)
    writer.join();
  return log.size() != 4;
}
