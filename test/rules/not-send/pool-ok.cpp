// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The task with the handle runs here; the one that is posted has what it needs.
#include "Inputs/counted.h"
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
class Pool {
public:
  Pool() : Worker([this] { run(); }) {}
  ~Pool() {
    {
      std::lock_guard<std::mutex> L(Mu);
      Done = true;
    }
    More.notify_one();
    Worker.join();
  }
  void post(std::function<void()> F) {
    {
      std::lock_guard<std::mutex> L(Mu);
      Tasks.push_back(std::move(F));
    }
    More.notify_one();
  }

private:
  void run() {
    std::unique_lock<std::mutex> L(Mu);
    for (;;) {
      More.wait(L, [this] { return Done || !Tasks.empty(); });
      if (Tasks.empty())
        return;
      auto Task = std::move(Tasks.front());
      Tasks.pop_front();
      L.unlock();
      Task();
      L.lock();
    }
  }
  std::mutex Mu;
  std::condition_variable More;
  std::deque<std::function<void()>> Tasks;
  bool Done = false;
  std::thread Worker;
};
int main() {
  Pool P;
  auto Theme = boost::make_local_shared<std::string>("dark");
  std::function<void()> Task = [Theme] { (void)Theme->size(); };
  std::deque<std::function<void()>> Idle;
  Idle.push_back(Task);
  for (auto &F : Idle)
    F();
  P.post([Name = *Theme] { (void)Name.size(); });
  auto Mine = Theme;
  return Mine->size() == 4 ? 0 : 1;
}
