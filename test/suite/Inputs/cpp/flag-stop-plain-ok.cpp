// The worker's loop polls an atomic bool that stop() sets from another thread.
#include <atomic>
#include <chrono>
#include <thread>

class Heartbeat {
public:
  void start() {
    beating = std::thread([this] {
      while (running) {
        ++beats;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
      }
    });
  }
  int stop() {
    running = false;
    beating.join();
    return beats;
  }

private:
  std::thread beating;
  std::atomic<bool> running = true;
  int beats = 0;
};

int main() {
  Heartbeat heart;
  heart.start();
  std::this_thread::sleep_for(std::chrono::milliseconds(10));
  return heart.stop() >= 0 ? 0 : 1;
}
