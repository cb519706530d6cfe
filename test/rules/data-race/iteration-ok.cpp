// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The loop is under the lock.
#include <mutex>
#include <string>
#include <thread>
#include <vector>
class Log {
public:
  void add(std::string line) {
    std::lock_guard<std::mutex> lock(mu_);
    lines_.push_back(std::move(line));
  }
  size_t length() {
    std::lock_guard<std::mutex> lock(mu_);
    size_t n = 0;
    for (const auto &l : lines_)
      n += l.size();
    return n;
  }

private:
  std::mutex mu_;
  std::vector<std::string> lines_;
};
int main() {
  Log log;
  std::thread t([&] { log.add("x"); });
  size_t n = log.length();
  t.join();
  return n;
}
