// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The same, with a lock in every object.
#include <mutex>
#include <thread>
class Node {
public:
  void link(Node *next) { next_ = next; }
  void touch() {
    std::lock_guard<std::mutex> lock(mu_);
    ++touched_;
  }
  Node *next() { return next_; }

private:
  std::mutex mu_;
  Node *next_ = nullptr;
  int touched_ = 0;
};
int main() {
  Node a, b;
  a.link(&b);
  std::thread t([&] { a.next()->touch(); });
  b.touch();
  t.join();
}
