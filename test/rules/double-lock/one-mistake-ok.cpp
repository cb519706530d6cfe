// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// What is called with the lock held expects that.
#include <mutex>
class Queue {
public:
  void push() {
    std::lock_guard<std::mutex> lock(mu_);
    ++size_;
    trimLocked();
  }
  void pop() {
    std::lock_guard<std::mutex> lock(mu_);
    --size_;
    trimLocked();
  }
  void clear() {
    std::lock_guard<std::mutex> lock(mu_);
    size_ = 0;
  }

private:
  void trimLocked() {
    if (size_ > 10)
      size_ = 0;
  }
  std::mutex mu_;
  int size_ = 0;
};

int main() {
  Queue queue;
  queue.push();
  queue.pop();
}

// CHECK: 0 findings
