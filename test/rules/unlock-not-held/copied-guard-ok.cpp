// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A guard class that is moved: only the last one gives the lock back.
#include <mutex>
#include <utility>
class Hold {
public:
  explicit Hold(std::mutex &mu) : mu_(&mu) { mu_->lock(); }
  Hold(Hold &&other) : mu_(std::exchange(other.mu_, nullptr)) {}
  ~Hold() {
    if (mu_)
      mu_->unlock();
  }

private:
  std::mutex *mu_;
};
static std::mutex mu;
static int value;
static void work() {
  Hold first(mu);
  Hold second = std::move(first);
  ++value;
}
int main() { work(); }
