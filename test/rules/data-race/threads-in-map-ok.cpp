// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The mapped threads are joined.
#include <map>
#include <mutex>
#include <string>
#include <thread>
static std::mutex mu;
static int total;
int main() {
  std::map<std::string, std::thread> workers;
  for (const char *name : {"a", "b"})
    workers[name] = std::thread([] {
      std::lock_guard<std::mutex> hold(mu);
      ++total;
    });
  for (auto &[name, worker] : workers)
    worker.join();
  return total;
}
