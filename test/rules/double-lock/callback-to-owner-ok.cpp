// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The callback in an object's member was left there by another object.
#include <functional>
#include <mutex>
class Pipe {
public:
  void feed(Pipe &next) {
    sink_ = [&next](int n) { next.push(n); };
  }
  void push(int n) {
    std::lock_guard<std::mutex> lock(mu_);
    total_ += n;
    if (sink_)
      sink_(n);
  }

private:
  std::mutex mu_;
  int total_ = 0;
  std::function<void(int)> sink_;
};
int main() {
  Pipe first, last;
  first.feed(last);
  first.push(3);
}
