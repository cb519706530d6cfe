// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Joined after the lock is given back.
#include <mutex>
#include <thread>
class Service {
public:
  void start() { thread = std::thread(&Service::run, this); }
  void stop() {
    {
      std::lock_guard<std::mutex> hold(mu);
      ++steps;
    }
    thread.join();
  }

private:
  void run() {
    std::lock_guard<std::mutex> hold(mu);
    ++steps;
  }
  std::mutex mu;
  std::thread thread;
  int steps = 0;
};
int main() {
  Service service;
  service.start();
  service.stop();
}
