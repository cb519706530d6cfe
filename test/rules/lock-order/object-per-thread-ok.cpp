// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Each thread has an object of its own.
#include <mutex>
#include <thread>
class Worker {
public:
  void input() { std::lock_guard<std::mutex> a(in_); std::lock_guard<std::mutex> b(out_); ++n_; }
  void output() { std::lock_guard<std::mutex> b(out_); std::lock_guard<std::mutex> a(in_); --n_; }
private:
  std::mutex in_, out_;
  int n_ = 0;
};
void run() {
  Worker shared;
  shared.input();
  shared.output();
}
int main() {
  std::thread a(run), b(run);
  a.join();
  b.join();
}

// CHECK: 0 findings
