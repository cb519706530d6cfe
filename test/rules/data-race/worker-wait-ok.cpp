// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The worker gives the lock back for its slow part only, and takes it again before it writes rounds_.
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

class Heartbeat {
public:
  Heartbeat() : th_([this] { beat(); }) {}
  ~Heartbeat() {
    {
      std::lock_guard<std::mutex> g(mu_);
      over_ = true;
    }
    cv_.notify_one();
    th_.join();
  }
  void kick() {
    {
      std::lock_guard<std::mutex> g(mu_);
      ++kicks_;
    }
    cv_.notify_one();
  }
  int rounds() {
    std::lock_guard<std::mutex> g(mu_);
    return rounds_;
  }

private:
  void beat() {
    std::unique_lock<std::mutex> lk(mu_);
    for (;;) {
      cv_.wait(lk, [this] { return over_ || kicks_ > 0; });
      if (over_) return;
      --kicks_;
      lk.unlock();
      std::this_thread::sleep_for(std::chrono::microseconds(10));
      lk.lock();
      ++rounds_;
    }
  }
  std::mutex mu_;
  std::condition_variable cv_;
  bool over_ = false;
  int kicks_ = 0;
  int rounds_ = 0;
  std::thread th_;
};

int main() {
  Heartbeat h;
  h.kick();
  return h.rounds() > 1;
}
