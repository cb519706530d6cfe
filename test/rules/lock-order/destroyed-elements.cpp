// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A queue is cleared under its lock; the jobs' destructors take another.
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
    std::lock_guard<std::mutex> g(mu);
    jobs.clear();
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

// CHECK: {{^}}{{.*}}destroyed-elements.cpp:[[#@LINE-12]]:{{[0-9]+}}: warning: 'logger.mu' and 'Queue::mu' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}destroyed-elements.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: 'Queue::dump' locks 'logger.mu' here ...{{$}}
// CHECK: {{^}}{{.*}}destroyed-elements.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: ... and, still holding it, locks 'Queue::mu' here ('logger.mu' before 'Queue::mu'){{$}}
// CHECK: {{^}}{{.*}}destroyed-elements.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: 'Queue::cancel' locks 'Queue::mu' here ...{{$}}
// CHECK: {{^}}{{.*}}destroyed-elements.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: ... and, still holding it, runs 'Job::~Job' ...{{$}}
// CHECK: {{^}}{{.*}}destroyed-elements.cpp:[[#@LINE-29]]:{{[0-9]+}}: note: ... which locks 'logger.mu' here ('Queue::mu' before 'logger.mu'){{$}}
// CHECK: {{^}}{{.*}}destroyed-elements.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}destroyed-elements.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}destroyed-elements.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: take them in one order everywhere, or both at once with std::scoped_lock{{$}}
