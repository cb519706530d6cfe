// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// An increment reads for itself; what a method saw before does not go into it.
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

class Jobs {
public:
  void push(int Job) {
    std::lock_guard<std::mutex> Guard(Mu);
    Waiting.push_back(Job);
    More.notify_one();
  }
  void run() {
    std::unique_lock<std::mutex> Lock(Mu);
    for (;;) {
      while (Waiting.empty())
        More.wait(Lock);
      if (Waiting.front() < 0)
        return;
      Waiting.pop_front();
      ++Running;
      Lock.unlock();
      Lock.lock();
      --Running;
      if (idle())
        Idle.notify_all();
    }
  }

private:
  bool idle() const { return Waiting.empty() && Running == 0; }
  std::mutex Mu;
  std::condition_variable More, Idle;
  std::deque<int> Waiting;
  int Running = 0;
};

int main() {
  Jobs J;
  std::thread First([&] { J.run(); });
  std::thread Second([&] { J.run(); });
  J.push(-1);
  First.join();
  Second.join();
}
