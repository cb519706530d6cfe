// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A task that a pool runs; it crosses where it is posted.
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
  P.post(Task);
  auto Mine = Theme;
  return Mine->size() == 4 ? 0 : 1;
}

// CHECK: {{^}}{{.*}}pool.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: 'Theme' is copied to another thread, but 'boost::local_shared_ptr<std::basic_string<char, std::char_traits<char>, std::allocator<char>>>' counts its owners without atomic operations [fearless-not-send]{{$}}
// CHECK: {{^}}{{.*}}pool.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: a lambda captures 'Theme' here{{$}}
// CHECK: {{^}}{{.*}}pool.cpp:[[#@LINE-48]]:{{[0-9]+}}: note: the thread started here runs a lambda in 'main' with it{{$}}
// CHECK: {{^}}{{.*}}pool.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: meanwhile 'main' copies one here{{$}}
// CHECK: {{^}}{{.*}}pool.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: use a pointer with an atomic count, such as boost::shared_ptr, or move the only one to the thread{{$}}
