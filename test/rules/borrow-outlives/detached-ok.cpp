// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Copies, statics, what the thread owns; and functions that wait for what the
// detached thread tells: a latch, a promise, a condition, an atomic.
#include <atomic>
#include <condition_variable>
#include <future>
#include <latch>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
void use(int &);
void log(std::string &);
void copy() {
  int n = 0;
  std::thread([n]() mutable { use(n); }).detach();
}
void fixed() {
  static int n = 0;
  std::thread([&] { use(n); }).detach();
}
void shared() {
  auto n = std::make_shared<int>(0);
  std::thread([n] { use(*n); }).detach();
}
void passed() {
  std::string s = "x";
  std::thread t([](std::string a) { log(a); }, s);
  t.detach();
}
void latch() {
  std::latch done(1);
  int n = 0;
  std::thread([&] {
    use(n);
    done.count_down();
  }).detach();
  done.wait();
}
void promise() {
  int n = 0;
  std::promise<void> p;
  auto f = p.get_future();
  std::thread([&] {
    use(n);
    p.set_value();
  }).detach();
  f.get();
}
void condition() {
  std::mutex mu;
  std::condition_variable cv;
  bool done = false;
  int n = 0;
  std::thread([&] {
    use(n);
    std::lock_guard<std::mutex> lock(mu);
    done = true;
    cv.notify_one();
  }).detach();
  std::unique_lock<std::mutex> lock(mu);
  cv.wait(lock, [&] { return done; });
}
void atomic() {
  std::atomic<bool> done{false};
  int n = 0;
  std::thread([&] {
    use(n);
    done.store(true);
  }).detach();
  while (!done.load()) {
  }
}
