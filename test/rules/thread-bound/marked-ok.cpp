// RUN: %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The thread that made the loop is the one that uses it.
#include <fearless/annotations.h>
#include <thread>
class FEARLESS_THREAD_BOUND Loop {
public:
  void post(int Event) { Last = Event; }

private:
  int Last = 0;
};
class Server {
public:
  void start() {
    Worker = std::thread([this] {
      Own = new Loop;
      Own->post(1);
    });
  }
  void stop() {
    Worker.join();
  }

private:
  Loop *Own = nullptr;
  std::thread Worker;
};
int main() {
  Server S;
  S.start();
  S.stop();
}
