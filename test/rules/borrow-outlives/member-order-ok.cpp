// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Declared last; joined in the destructor; what the thread uses comes first.
#include <future>
#include <string>
#include <thread>
void log(const std::string &);
class Worker {
public:
  Worker() : thread_([this] { log(text_); }) {}

private:
  std::string text_;
  std::jthread thread_;
  std::string unused_;
};
class Joins {
public:
  Joins() : thread_([this] { log(text_); }) {}
  ~Joins() { thread_.join(); }

private:
  std::jthread thread_;
  std::string text_;
};
class Loader {
public:
  ~Loader() {
    if (done_.valid())
      done_.wait();
  }
  void load() {
    done_ = std::async(std::launch::async, [this] { log(name_); });
  }

private:
  std::future<void> done_;
  std::string name_;
};
void run() {
  Worker worker;
  Joins joins;
  Loader loader;
  loader.load();
}
