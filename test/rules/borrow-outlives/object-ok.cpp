// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The thread keeps the object alive; the object is never freed; its destructor
// waits for the threads.
#include <condition_variable>
#include <latch>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
void log(const std::string &);
class View : public std::enable_shared_from_this<View> {
public:
  void load() {
    std::thread([this, self = shared_from_this()] { log(text_); }).detach();
  }

private:
  std::string text_;
};
class Service {
public:
  static Service &get() {
    static Service *one = new Service;
    return *one;
  }
  void start() {
    std::thread([this] { log(text_); }).detach();
  }

private:
  std::string text_;
};
class Once {
public:
  ~Once() { done_.wait(); }
  void start() {
    std::thread([this] {
      log(text_);
      done_.count_down();
    }).detach();
  }

private:
  std::string text_;
  std::latch done_{1};
};
class Counting {
public:
  ~Counting() {
    std::unique_lock<std::mutex> lock(mu_);
    cv_.wait(lock, [this] { return running_ == 0; });
  }
  void start() {
    {
      std::lock_guard<std::mutex> lock(mu_);
      ++running_;
    }
    std::thread([this] {
      log(text_);
      std::lock_guard<std::mutex> lock(mu_);
      --running_;
      cv_.notify_all();
    }).detach();
  }

private:
  std::mutex mu_;
  std::condition_variable cv_;
  int running_ = 0;
  std::string text_;
};
int main() {
  {
    auto view = std::make_shared<View>();
    view->load();
    Once once;
    once.start();
    Counting counting;
    counting.start();
  }
  Service::get().start();
  log("done");
}
