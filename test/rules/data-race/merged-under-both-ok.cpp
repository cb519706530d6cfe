// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The other's entries are read under its lock, too.
#include <map>
#include <mutex>
#include <string>
#include <thread>
class Counts {
public:
  void add(const std::string &word) {
    std::lock_guard<std::mutex> lock(mu_);
    ++counts_[word];
  }
  void merge(const Counts &other) {
    std::scoped_lock lock(mu_, other.mu_);
    for (const auto &[word, count] : other.counts_)
      counts_[word] += count;
  }

private:
  mutable std::mutex mu_;
  std::map<std::string, int> counts_;
};
int main() {
  Counts all, recent;
  std::thread reader([&] {
    for (int i = 0; i < 100; ++i)
      recent.add("the");
  });
  all.merge(recent);
  reader.join();
}
