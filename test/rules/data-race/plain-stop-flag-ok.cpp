// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// It is atomic.
#include <atomic>
#include <chrono>
#include <thread>
class Server {
public:
  void start() { thread_ = std::thread(&Server::loop, this); }
  void stop() {
    running_ = false;
    thread_.join();
  }

private:
  void loop() {
    while (running_)
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  std::atomic<bool> running_{true};
  std::thread thread_;
};
int main() {
  Server server;
  server.start();
  server.stop();
}
