// The submitting function waits for its closure before its local goes away.
#include <condition_variable>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <queue>
#include <thread>

class Executor {
public:
  ~Executor() {
    post(nullptr);
    thread.join();
  }
  void post(std::function<void()> task) {
    std::lock_guard<std::mutex> hold(lock);
    tasks.push(std::move(task));
    arrived.notify_one();
  }

private:
  void run() {
    for (;;) {
      std::unique_lock<std::mutex> hold(lock);
      arrived.wait(hold, [this] { return !tasks.empty(); });
      std::function<void()> task = std::move(tasks.front());
      tasks.pop();
      hold.unlock();
      if (!task)
        return;
      task();
    }
  }
  std::mutex lock;
  std::condition_variable arrived;
  std::queue<std::function<void()>> tasks;
  std::thread thread{[this] { run(); }};
};

static int measure(Executor &executor) {
  int length = 0;
  auto measured = std::make_shared<std::promise<void>>();
  std::future<void> done = measured->get_future();
  executor.post([&length, measured] {
    length = 42;
    measured->set_value();
  });
  done.wait();
  return length;
}

int main() {
  Executor executor;
  return measure(executor) <= 42 ? 0 : 1;
}
