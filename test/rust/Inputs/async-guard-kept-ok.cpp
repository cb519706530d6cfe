// A future locks in every poll.
#include "rust.h"
#include <thread>

static rust::Mutex<int> total(0);

struct Future {
  virtual ~Future() = default;
  virtual bool poll() = 0;
};

struct Add : Future {
  bool poll() override {
    if (begun) {
      *total.lock() += 1;
      return true;
    }
    begun = true;
    return false;
  }
  bool begun = false;
};

int main() {
  std::unique_ptr<Future> task = std::make_unique<Add>();
  task->poll();
  std::thread worker([task = std::move(task)] {
    while (!task->poll()) {
    }
  });
  worker.join();
}
