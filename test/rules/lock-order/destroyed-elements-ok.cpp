// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The jobs are moved out and die after the lock is released.
#include <memory>
#include <mutex>
#include <thread>
#include <vector>
struct Logger { std::mutex mu; int lines = 0; };
Logger logger;
struct Base { virtual ~Base() = default; };
struct Job : Base {
  ~Job() override { std::lock_guard<std::mutex> g(logger.mu); ++logger.lines; }
};
struct Queue {
  std::mutex mu;
  std::vector<std::unique_ptr<Base>> jobs;
  void put() { std::lock_guard<std::mutex> g(mu); jobs.push_back(std::make_unique<Job>()); }
  void cancel() {
    std::vector<std::unique_ptr<Base>> dead;
    { std::lock_guard<std::mutex> g(mu); dead.swap(jobs); }
    dead.clear();
  }
  void dump() {
    std::lock_guard<std::mutex> l(logger.mu);
    std::lock_guard<std::mutex> g(mu);
    logger.lines += int(jobs.size());
  }
};
int main() {
  Queue q;
  std::thread a([&] { q.put(); q.cancel(); });
  std::thread b([&] { q.dump(); });
  a.join();
  b.join();
}

// CHECK: 0 findings
