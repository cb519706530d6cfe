// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Joined; or detached, but what the threads use is kept alive by them, or they
// have said that they are done.
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

class Periodic {
public:
  Periodic()
      : worker([this] {
          std::unique_lock<std::mutex> hold(lock);
          while (!stop)
            changed.wait(hold);
        }) {}
  ~Periodic() {
    {
      std::lock_guard<std::mutex> hold(lock);
      stop = true;
    }
    changed.notify_one();
    worker.join();
  }

private:
  std::mutex lock;
  std::condition_variable changed;
  bool stop = false;
  std::thread worker;
};

class Background {
public:
  Background()
      : state(std::make_shared<State>()), worker([s = state] {
          std::lock_guard<std::mutex> hold(s->lock);
          ++s->rounds;
        }) {}
  ~Background() { worker.detach(); }

private:
  struct State {
    std::mutex lock;
    long rounds = 0;
  };
  std::shared_ptr<State> state;
  std::thread worker;
};

class Announced {
public:
  Announced()
      : worker([this] {
          std::lock_guard<std::mutex> hold(lock);
          done = true;
          changed.notify_one();
        }) {}
  ~Announced() {
    std::unique_lock<std::mutex> hold(lock);
    changed.wait(hold, [this] { return done; });
    worker.detach();
  }

private:
  std::mutex lock;
  std::condition_variable changed;
  bool done = false;
  std::thread worker;
};

int main() {
  Periodic p;
  Background b;
  Announced a;
}
