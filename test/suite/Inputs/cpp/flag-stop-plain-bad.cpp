// The worker's loop polls a plain bool that stop() sets from another thread.
#include <chrono>
#include <thread>

class Heartbeat {
public:
  void start() {
    beating = std::thread([this] {
      while (running) { // RACE
        ++beats;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
      }
    });
  }
  int stop() {
    running = false; // RACE
    beating.join();
    return beats;
  }

private:
  std::thread beating;
  bool running = true;
  int beats = 0;
};

int main() {
  Heartbeat heart;
  heart.start();
  std::this_thread::sleep_for(std::chrono::milliseconds(10));
  return heart.stop() >= 0 ? 0 : 1;
}
