// A future holds a lock from one poll to the next, which is on another thread.
#include "rust.h"
#include <thread>

static rust::Mutex<int> total(0);

struct Future {
  virtual ~Future() = default;
  virtual bool poll() = 0;
};

struct Add : Future {
  bool poll() override {
    if (guard) {
      **guard += 1;
      guard.reset();
      return true;
    }
    guard.emplace(total.lock());
    return false;
  }
  std::optional<rust::Mutex<int>::Guard> guard;
};

int main() {
  std::unique_ptr<Future> task = std::make_unique<Add>();
  task->poll();
  std::thread worker([task = std::move(task)] { // ERROR
    while (!task->poll()) {
    }
  });
  worker.join();
}
