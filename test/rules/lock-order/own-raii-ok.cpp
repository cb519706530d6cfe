// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
#include <thread>
class Hold {
public:
  explicit Hold(std::mutex *mu) : mu_(mu) { mu_->lock(); }
  ~Hold() { mu_->unlock(); }

private:
  std::mutex *mu_;
};
static std::mutex ledger, audit;

static void both(std::mutex *outer, std::mutex *inner) {
  Hold a(outer);
  Hold b(inner);
}
static void post() { both(&ledger, &audit); }
static void review() { both(&ledger, &audit); }
int main() {
  std::thread first(post), second(review);
  first.join();
  second.join();
}
