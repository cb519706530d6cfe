// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <atomic>
#include <thread>

class Poller {
public:
  Poller() : running_(true), thread_([this] { run(); }) {}
  ~Poller() {
    running_ = false;
    thread_.join();
  }
  void pause() { running_ = false; }

private:
  void run() {
    while (running_)
      std::this_thread::yield();
  }
  std::atomic<bool> running_;
  std::thread thread_;
};

int main() {
  Poller poller;
  poller.pause();
}
